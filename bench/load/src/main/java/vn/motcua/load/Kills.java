package vn.motcua.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.motcua.sdk.DigestTree;

/**
 * The server, its database and the agent are killed again and again, as a power cut takes them, while an old system writes its files. Afterwards the ledger must hold
 * what that system wrote, by the digest of its day: nothing lost, nothing twice.
 */
public final class Kills {

	private static final Pattern DAY = Pattern.compile("\"dossiers\":(\\d+),\"lines\":(\\d+),\"digest\":\"([0-9a-f]{64})\"");

	private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

	private static final Duration SETTLES_WITHIN = Duration.ofMinutes(5);

	private final List<String> server;

	private final List<String> agent;

	private final Path folder;

	private final int port;

	private final Random random;

	private final LocalDate day;

	private final AtomicBoolean stop = new AtomicBoolean();

	private final AtomicReference<Exception> broken = new AtomicReference<>();

	private final List<Double> recoveries = new ArrayList<>();

	private int serverKills;

	private int databaseKills;

	private int agentKills;

	/**
	 * A run.
	 * @param server command that starts the server; port and data are added
	 * @param agent command that starts the agent; {@code run} and its settings are added
	 * @param folder where everything lies
	 * @param port of the server, a free one
	 */
	public Kills(List<String> server, List<String> agent, Path folder, int port, long seed) {
		this.server = server;
		this.agent = agent;
		this.folder = folder;
		this.port = port;
		this.random = new Random(seed);
		this.day = LocalDate.now().minusDays(200);
	}

	/**
	 * What happened.
	 *
	 * @param recoveries seconds from the start after a kill until the first request would succeed
	 * @param settledSeconds from the last row and kill until both sides were the same
	 * @param same whether they were
	 * @param rejected lines that the ledger rejected
	 */
	public record Report(int serverKills, int databaseKills, int agentKills, long lines, long dossiers, List<Double> recoveries, double settledSeconds, boolean same, long rejected,
			String held, String ledger) {
	}

	/** @param longest how long to kill @param most kills at most @param rowsASecond that the old system writes */
	public Report run(Duration longest, int most, int rowsASecond, Duration betweenKills) throws Exception {
		Path data = folder.resolve("var");
		GrowingExport export = new GrowingExport(folder.resolve("export"), "H26", day, random.nextLong());
		settings();
		Child running = startServer();
		Child sending = Child.start(agentCommand());
		Thread writing = Thread.ofPlatform().daemon().start(() -> write(export, rowsASecond));
		long until = System.nanoTime() + longest.toNanos();
		try {
			for (int kill = 0; kill < most && System.nanoTime() < until; kill++) {
				LockSupport.parkNanos((long) (betweenKills.toNanos() * (0.5 + random.nextDouble())));
				switch (kill % 4) {
					case 0, 2 -> {
						boolean database = kill % 4 == 2;
						running.kill();
						if (database) {
							Child.killDatabase(data);
							databaseKills++;
						}
						serverKills++;
						running = startServer();
						recoveries.add(running.readySeconds());
					}
					default -> {
						sending.kill();
						agentKills++;
						sending = Child.start(agentCommand());
					}
				}
			}
			stop.set(true);
			writing.join();
			return settle(export, sending);
		}
		finally {
			stop.set(true);
			sending.kill();
			running.close();
		}
	}

	private Report settle(GrowingExport export, Child sending) throws Exception {
		if (broken.get() != null) {
			throw broken.get();
		}
		long start = System.nanoTime();
		DigestTree.Part held = export.held();
		String ledger = "";
		boolean same = false;
		while (!same && System.nanoTime() - start < SETTLES_WITHIN.toNanos()) {
			ledger = ledger();
			same = ledger.equals(written(held));
			LockSupport.parkNanos(200_000_000);
		}
		Path rejected = folder.resolve("state/rejected.ndjson");
		long lines = Files.exists(rejected) ? Files.readAllLines(rejected).size() : 0;
		if (!same) {
			System.err.println(sending.said());
		}
		return new Report(serverKills, databaseKills, agentKills, export.lines(), held.dossiers(), List.copyOf(recoveries), (System.nanoTime() - start) / 1e9, same, lines, written(held),
				ledger);
	}

	private static String written(DigestTree.Part part) {
		return part.dossiers() + " dossiers, " + part.lines() + " lines, " + part.digest();
	}

	/** What the ledger holds of the day, by its own interface. */
	private String ledger() throws IOException {
		URI origin = URI.create("http://127.0.0.1:" + port);
		byte[] form = "grant_type=client_credentials&scope=sync&client_id=hanoi-demo&client_secret=motcua-demo".getBytes(StandardCharsets.US_ASCII);
		Matcher token = TOKEN.matcher(Wire.send(origin, "POST", "/oauth2/token", "Content-Type: application/x-www-form-urlencoded\r\n", form, Wire.Way.plain()).body());
		if (!token.find()) {
			return "no token";
		}
		Matcher answer = DAY.matcher(Wire.send(origin, "GET", "/api/sync/v1/digest?agency=H26&day=" + day, "Authorization: Bearer " + token.group(1) + "\r\n", new byte[0],
				Wire.Way.plain()).body());
		return answer.find() ? answer.group(1) + " dossiers, " + answer.group(2) + " lines, " + answer.group(3) : "no answer";
	}

	private void write(GrowingExport export, int rowsASecond) {
		try {
			while (!stop.get()) {
				export.grow(Math.max(1, rowsASecond / 4));
				LockSupport.parkNanos(250_000_000);
			}
		}
		catch (IOException failed) {
			broken.set(failed);
		}
	}

	private Child startServer() throws IOException {
		List<String> command = new ArrayList<>(server);
		command.addAll(List.of("--port", Integer.toString(port), "--data", folder.resolve("var").toString()));
		return Child.platform(command);
	}

	private List<String> agentCommand() {
		List<String> command = new ArrayList<>(agent);
		command.addAll(List.of("run", folder.resolve("agent.yaml").toString()));
		return command;
	}

	private void settings() throws IOException {
		Files.writeString(folder.resolve("agent.yaml"), """
				server: http://127.0.0.1:%d
				client: { id: hanoi-demo, secret: motcua-demo }
				state: state
				source: { folder: export, files: "*.csv", every: 1s, settled: 1s, separator: ";" }
				page: { port: 0 }
				mapping:
				  code: ma
				  seq: so
				  procedure: { value: "1.001193" }
				  agency: { value: H26 }
				  status: { column: trangthai, values: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10 } }
				  at: luc
				  dueAt: hen
				  applicant: { name: ten, number: dinhdanh }
				  note: ghichu
				  officer: canbo
				""".formatted(port));
	}

}
