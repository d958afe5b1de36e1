package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping and starting again on the same folder. */
class StartTests {

	@Test
	void dataSurvivesStopKillAndRestart(@TempDir Path folder) throws Exception {
		Path data = folder.resolve("var");
		try (Program first = Program.start(data)) {
			assertThat(new Visit(first.port()).get("/actuator/health/readiness").statusCode()).isEqualTo(200);
			assertThat(Program.run("start", "--port", "0", "--data", data.toString())).satisfies(second -> {
				assertThat(second.status()).isEqualTo(1);
				assertThat(second.output()).contains("Another Một Cửa is running");
			});
			assertThat(Program.run("start", "--port", Integer.toString(first.port()), "--data", folder.resolve("other").toString())).satisfies(second -> {
				assertThat(second.status()).isEqualTo(1);
				assertThat(second.output()).contains("Port " + first.port() + " is in use");
			});
			first.kill(false);
		}
		assertThat(Program.run("ledger", "verify", "--data", data.toString())).as("a command begins no work of the server, such as filling the demonstration")
			.satisfies(verified -> {
				assertThat(verified.status()).isZero();
				assertThat(verified.output()).contains("agree with their").doesNotContain("ERROR");
			});
		Files.writeString(folder.resolve("other/postgres/data/postmaster.pid"), "1\n" + folder + "\n0\n1\n\n\n\nready\n");
		try (Program afterStrangersProcessFile = Program.start(folder.resolve("other"))) {
			assertThat(afterStrangersProcessFile.port()).isPositive();
		}
		try (Program second = Program.start(data)) {
			Visit.signedIn(second.port(), "lan");
			second.kill(true);
		}
		try (Program third = Program.start(data)) {
			Visit.signedIn(third.port(), "lan");
		}
	}

	/** The door as it is, asking for a JDK that nobody has. */
	@Test
	void aMachineWithoutAJdkIsToldWhatToInstall(@TempDir Path folder) throws Exception {
		Path door = Files.writeString(folder.resolve("motcua"), Files.readString(Path.of("..", "motcua")).replace("-ge 25", "-ge 9999"));
		Process process = new ProcessBuilder("bash", door.toString(), "start").redirectErrorStream(true).start();
		assertThat(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)).contains("needs a JDK 25 or newer", "JAVA_HOME");
		assertThat(process.waitFor()).isEqualTo(1);
	}

	@Test
	void aDatabaseThatCannotBeReachedIsSaidInASentence(@TempDir Path folder) throws Exception {
		Map<String, String> settings = Map.of("MOTCUA_DATABASE_URL", "postgres://127.0.0.1:1/nowhere?ApplicationName=x", "MOTCUA_DATABASE_USER", "somebody", "MOTCUA_DATABASE_PASSWORD", "secret");
		assertThat(Program.run(settings, "start", "--port", "0", "--empty", "--data", folder.toString())).satisfies(refused -> {
			assertThat(refused.status()).isEqualTo(1);
			assertThat(refused.output()).contains("The database jdbc:postgresql://127.0.0.1:1/nowhere cannot be opened: ").doesNotContain("\tat ", "secret");
		});
	}

	@Test
	void wrongWordsAreRefusedInASentence() throws Exception {
		assertThat(Program.run("start", "--prot", "1")).satisfies(refused -> {
			assertThat(refused.status()).isEqualTo(1);
			assertThat(refused.output()).contains("Unknown option: --prot");
		});
		assertThat(Program.run("start", "--port", "99999").output()).contains("--port needs a number from 0 to 65535");
	}

}
