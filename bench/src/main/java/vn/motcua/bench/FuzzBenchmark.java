package vn.motcua.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.load.Fuzz;

/** Mutated input to every door of agencies' systems, a new seed each run; what was not answered as it must be is printed with its seed. */
final class FuzzBenchmark implements Benchmark {

	private static final int CASES_AT_ONCE = 500;

	@Override
	public String name() {
		return "fuzz";
	}

	@Override
	public String what() {
		return "mutated input to the interfaces of agencies' systems for " + minutes() + " minutes: never a failure, never silence, always a code and a field, at constant memory";
	}

	@Override
	public List<Figure> run() throws Exception {
		Path data = Server.freshFolder();
		try (Server server = Server.product(data); HttpClient http = HttpClient.newHttpClient()) {
			URI origin = URI.create("http://127.0.0.1:" + server.port());
			long seed = Long.parseLong(System.getenv().getOrDefault("MOTCUA_BENCH_SEED", String.valueOf(System.currentTimeMillis() * 1_000)));
			System.out.println("  first seed " + seed);
			Fuzz fuzz = new Fuzz(origin, SyncBenchmark.token(server.port()), session(http, origin), LocalDate.now().minusDays(377));
			fuzz.run(seed, CASES_AT_ONCE);
			double before = server.residentMb();
			int cases = CASES_AT_ONCE;
			for (long until = System.nanoTime() + minutes() * 60_000_000_000L; System.nanoTime() < until; cases += CASES_AT_ONCE) {
				fuzz.run(seed + cases, CASES_AT_ONCE);
			}
			Fuzz.Report report = fuzz.report();
			report.failures().forEach(failure -> System.out.println("  FAILED: " + failure));
			List<Figure> figures = new ArrayList<>(List.of(Figure.of("cases", cases, ""), Figure.of("failed", report.failures().size(), "").promise("0"),
					Figure.of("slowest answer", report.slowestSeconds(), "s"), Figure.of("resident memory of the JVM", server.residentMb(), "MB").ratio(before, "after the first 500")));
			report.statuses().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey()).forEach(status -> figures.add(Figure.of(status.getKey(), status.getValue(), "")));
			return figures;
		}
		finally {
			Server.delete(data);
		}
	}

	private static String session(HttpClient http, URI origin) throws Exception {
		HttpResponse<String> answer = http.send(HttpRequest.newBuilder(origin.resolve("/api/lienthong/mapi")).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"username\":\"hanoi-demo\",\"password\":\"motcua-demo\"}")).build(), HttpResponse.BodyHandlers.ofString());
		return JsonMapper.builder().build().readTree(answer.body()).findValue("session").asString();
	}

	private static int minutes() {
		return Integer.parseInt(System.getenv().getOrDefault("MOTCUA_BENCH_MINUTES", "2"));
	}

}
