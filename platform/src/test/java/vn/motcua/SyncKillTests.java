package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.motcua.load.Kills;

/** The server, its database and the agent are killed while an old system writes its files; {@code ./motcua bench kills} does it for ten minutes. */
class SyncKillTests {

	@Test
	void theLedgerHoldsWhatTheOldSystemWroteHoweverOftenServerAndAgentAreKilled(@TempDir Path folder) throws Exception {
		List<String> server = Program.command("start");
		List<String> agent = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), "vn.motcua.agent.MotCuaAgent");
		Kills.Report report = new Kills(server, agent, folder, Program.freePort(), 20_261_125).run(Duration.ofMinutes(2), 4, 200, Duration.ofMillis(1_500));
		assertThat(report.serverKills()).isEqualTo(2);
		assertThat(report.databaseKills()).isEqualTo(1);
		assertThat(report.agentKills()).isEqualTo(2);
		assertThat(report.lines()).isGreaterThan(500);
		assertThat(report.rejected()).isZero();
		assertThat(report.ledger()).as("in the ledger").isEqualTo(report.held());
	}

}
