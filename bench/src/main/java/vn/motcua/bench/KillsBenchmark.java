package vn.motcua.bench;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import vn.motcua.load.Kills;

/** Server, database and agent are killed again and again while an old system writes its files; afterwards both sides hold the same. */
final class KillsBenchmark implements Benchmark {

	private static final int ROWS_A_SECOND = 200;

	private static final Duration BETWEEN = Duration.ofSeconds(6);

	@Override
	public String name() {
		return "kills";
	}

	@Override
	public String what() {
		return "kill -9 of server, database and agent for " + minutes() + " minutes while files grow; the ledger equals what the old system holds, by the digest";
	}

	@Override
	public List<Figure> run() throws Exception {
		Path folder = Server.freshFolder();
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		List<String> server = List.of(java, "-XX:+UseSerialGC", "-Xms256m", "-Xmx384m", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8",
				"-Dstdout.encoding=UTF-8", "-Dmotcua.home=" + System.getProperty("motcua.home"), "-cp", System.getProperty("java.class.path"), "vn.motcua.MotCua", "start");
		List<String> agent = List.of(java, "-Xmx128m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-jar", Path.of(System.getProperty("motcua.home"), "agent/target/motcua-agent.jar").toString());
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		try {
			Kills.Report report = new Kills(server, agent, folder, port, System.nanoTime()).run(Duration.ofMinutes(minutes()), Integer.MAX_VALUE, ROWS_A_SECOND, BETWEEN);
			System.out.println("  old system: " + report.held() + "\n  ledger:     " + report.ledger());
			return List.of(Figure.of("kills of the server", report.serverKills(), "times"), Figure.of("of these with its database server", report.databaseKills(), "times"),
					Figure.of("kills of the agent", report.agentKills(), "times"), Figure.of("lines that the old system wrote", report.lines(), "lines"),
					Figure.of("dossiers", report.dossiers(), ""), Figure.of("server ready again, mean", report.recoveries().stream().mapToDouble(each -> each).average().orElse(0), "s"),
					Figure.of("server ready again, longest", report.recoveries().stream().mapToDouble(each -> each).max().orElse(0), "s"),
					Figure.of("from the last row until both hold the same", report.settledSeconds(), "s"), Figure.of("lines rejected", report.rejected(), "").promise("0"),
					Figure.of("both sides hold the same, by the digest", report.same() ? 1 : 0, "").promise("1"));
		}
		finally {
			Server.delete(folder);
		}
	}

	private static int minutes() {
		return Integer.parseInt(System.getenv().getOrDefault("MOTCUA_BENCH_MINUTES", "10"));
	}

}
