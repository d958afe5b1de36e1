package vn.motcua.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** Runs benchmarks by name, prints a table and writes {@code bench/out/NAME.json}. */
final class Bench {

	private static final List<Benchmark> ALL = List.of(new StartBenchmark(), new PagesBenchmark(), new SubmissionsBenchmark(), new LedgerBenchmark(),
			new QueueBenchmark(), new SyncBenchmark(), new SdkBenchmark(), new SendersBenchmark(), new FuzzBenchmark(), new KillsBenchmark(), new CountryBenchmark(), new SearchBenchmark(),
			new ReportingBenchmark());

	private Bench() {
	}

	public static void main(String[] names) throws Exception {
		List<Benchmark> chosen = new ArrayList<>();
		for (String name : names) {
			chosen.add(ALL.stream().filter(benchmark -> benchmark.name().equals(name)).findFirst().orElseThrow(() -> unknown(name)));
		}
		for (Benchmark benchmark : chosen.isEmpty() ? ALL : chosen) {
			System.out.println("\n" + benchmark.name() + ": " + benchmark.what());
			List<Figure> figures = benchmark.run();
			figures.forEach(figure -> System.out.println(figure.line()));
			write(benchmark, figures);
		}
		System.exit(0);
	}

	private static void write(Benchmark benchmark, List<Figure> figures) throws Exception {
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("name", benchmark.name());
		report.put("what", benchmark.what());
		report.put("at", Instant.now().toString());
		report.put("processors", Runtime.getRuntime().availableProcessors());
		report.put("figures", figures);
		Path out = Files.createDirectories(Path.of("bench", "out")).resolve(benchmark.name() + ".json");
		Files.writeString(out, JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report));
	}

	private static IllegalArgumentException unknown(String name) {
		return new IllegalArgumentException("unknown benchmark " + name + "; there are " + ALL.stream().map(Benchmark::name).toList());
	}

}
