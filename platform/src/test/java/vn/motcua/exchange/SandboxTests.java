package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.MotCuaTest;
import vn.motcua.sandbox.Comparing;
import vn.motcua.sandbox.Failure;
import vn.motcua.sandbox.Sandbox;
import vn.motcua.sandbox.Way;
import vn.motcua.sandbox.year.AgencyPlan;
import vn.motcua.site.Page;

/** A vendor's system of its own, with its own database, keeps in step with this ledger whatever goes wrong on its side. */
@MotCuaTest
class SandboxTests {

	/** Long past, so that everything has happened and nothing comes to it while the test runs. */
	private static final LocalDate FROM = LocalDate.now(Page.ZONE).minusDays(300);

	private static final List<String> COMMUNES = List.of("H26.10003", "H26.10015", "H26.10030", "H26.10045", "H26.10072", "H26.10081", "H26.10096", "H26.10114", "H26.10126");

	private static final String DOSSIERS = """
			select substr(code, length(?) + 1) as code, status, service, channel, applicant_name, applicant_subject, submitted_at, accepted_at, due_at, completed_at, ended_at
			from dossier.dossier where code like ? || '-%' order by 1
			""";

	private static final String MOVES = """
			select substr(code, length(?) + 1) as code, type, status, at, reason from dossier.event
			where code like ? || '-%' and type not in ('ASSIGNED', 'RESCHEDULED') order by 1, at, seq
			""";

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	@Autowired
	private JdbcTemplate jdbc;

	private Sandbox open(Way way, AgencyPlan... agencies) throws Exception {
		return new Sandbox(StandIn.settings(port, folder.resolve(way.name()), way, FROM, FROM.plusDays(40), agencies));
	}

	private static AgencyPlan plan(String agency, int dossiersAYear) {
		return new AgencyPlan(agency, 0, dossiersAYear, 4, 6, Set.of());
	}

	/** With slips that officers mend, and connections that break on the older way. */
	@Test
	void bothInterfacesGiveTheSameLedgerForTheSameSeed() throws Exception {
		try (Sandbox sync = open(Way.SYNC, plan("H26.10237", 500)); Sandbox mapi = open(Way.MAPI, plan("H26.10273", 500))) {
			StandIn.settle(sync);
			mapi.fail(Failure.CUT, true);
			StandIn.settle(mapi);
			assertThat(mapi.failures().counts().get(Failure.CUT)).isPositive();
			assertThat(sync.compare().equal()).isTrue();
		}
		List<Map<String, Object>> dossiers = jdbc.queryForList(DOSSIERS, "H26.10237", "H26.10237");
		assertThat(dossiers).hasSizeGreaterThan(40);
		assertThat(jdbc.queryForList(DOSSIERS, "H26.10273", "H26.10273")).isEqualTo(dossiers);
		assertThat(jdbc.queryForList(MOVES, "H26.10273", "H26.10273")).isEqualTo(jdbc.queryForList(MOVES, "H26.10237", "H26.10237"));
		assertThat(jdbc.queryForObject("select count(distinct type) from dossier.event where code like 'H26.10237-%'", Integer.class)).as("pauses, refusals, withdrawals").isGreaterThanOrEqualTo(7);
	}

	@ParameterizedTest
	@EnumSource(names = { "DOWN", "SLOW", "CUT", "TWICE", "OUT_OF_ORDER", "WRONG_CHARSET" })
	void afterEachFailureTheLedgerHoldsWhatTheSystemHolds(Failure failure) throws Exception {
		String agency = COMMUNES.get(failure.ordinal());
		try (Sandbox sandbox = open(Way.SYNC, plan(agency, 400))) {
			sandbox.fail(failure, true);
			long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
			while (sandbox.failures().counts().getOrDefault(failure, 0L) < 1 && !sandbox.settled() && System.nanoTime() < until) {
				sandbox.tick();
				LockSupport.parkNanos(20_000_000);
			}
			assertThat(sandbox.failures().counts().get(failure)).isPositive();
			if (failure == Failure.DOWN || failure == Failure.WRONG_CHARSET) {
				assertThat(jdbc.queryForObject("select count(*) from dossier.dossier where code like ? || '-%'", Integer.class, agency)).isZero();
			}
			sandbox.fail(failure, false);
			StandIn.settle(sandbox);
			Comparing.Compared compared = sandbox.compare();
			assertThat(compared.days()).isGreaterThan(15);
			assertThat(compared.other()).isEmpty();
			assertThat(compared.same()).as(compared.toString()).isEqualTo(compared.days());
		}
		assertThat(jdbc.queryForObject("select count(*) from dossier.dossier where code like ? || '-%'", Integer.class, agency)).isGreaterThan(20);
	}

	/** As a process of its own: its year goes by, it is killed in the middle, and goes on where it was. */
	@Test
	void aSystemThatLivesThroughItsYearAndIsKilledLosesNothing() throws Exception {
		String[] year = { "--agencies", "H26.10144:300", "--from", FROM.toString(), "--to", FROM.plusDays(40).toString(), "--data", folder.toString(), "--platform",
				"http://localhost:" + port, "--port", "0" };
		Process living = start(year, "start", "--speed", "500000");
		try (BufferedReader out = new BufferedReader(new InputStreamReader(living.getInputStream(), StandardCharsets.UTF_8))) {
			assertThat(out.readLine()).contains("http://localhost:");
			long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
			while (count("H26.10144") < 3 && System.nanoTime() < until) {
				LockSupport.parkNanos(50_000_000);
			}
		}
		living.destroyForcibly().waitFor();
		assertThat(count("H26.10144")).as("not all of the year has gone by").isBetween(3, 28);
		Process again = start(year, "start", "--once");
		String said = new String(again.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(again.waitFor()).as(said).isZero();
		assertThat(count("H26.10144")).isGreaterThan(20);
	}

	private int count(String agency) {
		return jdbc.queryForObject("select count(*) from dossier.dossier where code like ? || '-%'", Integer.class, agency);
	}

	private static Process start(String[] year, String... command) throws Exception {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), "vn.motcua.sandbox.MotCuaSandbox"));
		line.addAll(List.of(command));
		line.addAll(List.of(year));
		return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}

}
