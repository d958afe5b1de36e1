package vn.motcua.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is asked of the figures, one question after the other; asked again when there are more, against the first time. */
final class ReportingQuestions {

	private static final String INDICATORS = IntStream.rangeClosed(1, ReportedValues.INDICATORS).mapToObj("BX%04d"::formatted).collect(Collectors.joining(","));

	private static final String ANALYSIS = "/api/reporting/v1/analysis?regime=" + ReportedValues.REGIME;

	/** After the first time and before those that count, for the machine code to be made. */
	private static final long WARM_NANOS = 10_000_000_000L;

	private final Server server;

	private final ReportedValues values;

	private final List<Figure> figures;

	private final Map<String, Double> before = new HashMap<>();

	ReportingQuestions(Server server, ReportedValues values, List<Figure> figures) {
		this.server = server;
		this.values = values;
		this.figures = figures;
	}

	/** @param years that figures are there of */
	void ask(int years) throws Exception {
		question(years, "50 indicators, 63 provinces, 12 months", ANALYSIS + "&indicator=" + INDICATORS + "&level=province&from=2020-01&to=2020-12", 200, 200, "≤ 50");
		question(years, "1 indicator, all communes, 12 months", ANALYSIS + "&indicator=BX0007&level=commune&from=2020-01&to=2020-12", 60, 200, "≤ 100");
		if (years >= 3) {
			question(years, "1 indicator, all communes, 36 months", ANALYSIS + "&indicator=BX0007&level=commune&from=2018-01&to=2020-12", 40, 300, "≤ 300");
		}
		question(years, "1 indicator, all communes, 1 month", ANALYSIS + "&indicator=BX0008&level=commune&from=2020-06&to=2020-06", 200, 200, "≤ 25");
		question(years, "completeness, 63 provinces, 12 months",
				"/api/reporting/v1/completeness?regime=" + ReportedValues.REGIME + "&level=province&from=2020-01-01&to=2020-12-31", 200, 200, "≤ 20");
	}

	private void question(int years, String words, String path, int times, int firstMs, String promise) throws Exception {
		byte[] request = Connection.request("GET", path, values.bearer(), new byte[0]);
		try (Connection connection = new Connection(server.port())) {
			long start = System.nanoTime();
			Connection.Answer answer = connection.send(request);
			double first = (System.nanoTime() - start) / 1e6;
			if (answer.status() != 200) {
				throw new IllegalStateException(path + ": " + answer.status() + " " + answer.text());
			}
			for (long until = System.nanoTime() + WARM_NANOS; System.nanoTime() < until;) {
				connection.send(request);
			}
			double[] millis = new double[times];
			for (int i = 0; i < times; i++) {
				start = System.nanoTime();
				connection.send(request);
				millis[i] = (System.nanoTime() - start) / 1e6;
			}
			Arrays.sort(millis);
			String when = words + (years == 1 ? "" : ", " + years + " years");
			figures.add(Figure.of(when + ", first (" + answer.body().length / 1024 + " KiB)", first, "ms").promise("≤ " + firstMs));
			figures.add(compared(words + " p50", Figure.of(when + ", p50", millis[times / 2], "ms")));
			figures.add(compared(words + " p99", Figure.of(when + ", p99", millis[(int) (times * 0.99)], "ms").promise(promise + ", ≤ 1.5 times as long with ten times the values")));
		}
	}

	private Figure compared(String key, Figure figure) {
		Double one = before.putIfAbsent(key, figure.value());
		return one == null ? figure : figure.ratio(one, "one year");
	}

}
