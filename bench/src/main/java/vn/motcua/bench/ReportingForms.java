package vn.motcua.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Forms of fifty values that eight systems send one after the other, each of any commune and month. */
final class ReportingForms {

	/** Until the machine code of a form is there: in the first twelve seconds a server that has just started takes a quarter of what it takes after forty. */
	private static final double WARM_SECONDS = 30;

	private final Server server;

	private final ReportedValues values;

	private final List<String> communes;

	private final List<Figure> figures;

	ReportingForms(Server server, ReportedValues values, List<String> communes, List<Figure> figures) {
		this.server = server;
		this.values = values;
		this.communes = communes;
		this.figures = figures;
	}

	void run() throws Exception {
		Load.Outcome forms = Load.run(8, WARM_SECONDS, 8, number -> new Load.Client() {

			private final Connection connection = new Connection(server.port());

			private final Random random = new Random(number);

			@Override
			public boolean once() throws Exception {
				String path = "/api/reporting/v1/submissions/" + ReportedValues.REGIME + "/" + ReportedValues.period(ReportedValues.YEAR, 1 + random.nextInt(ReportedValues.MONTHS))
						+ "/" + communes.get(random.nextInt(communes.size())) + "/values";
				Connection.Answer answer = connection.send(Connection.request("PUT", path, values.bearer() + "Content-Type: text/csv\r\n", form(random)));
				if (answer.status() != 200) {
					throw new IOException(answer.status() + " " + answer.text().substring(0, Math.min(500, answer.text().length())));
				}
				return true;
			}

			@Override
			public void close() throws Exception {
				connection.close();
			}
		});
		figures.add(Figure.of("forms of 50 values, 8 clients", forms.perSecond(), "/s").promise("≥ 1,000/s"));
		figures.add(Figure.of("forms of 50 values, 8 clients, p50", forms.percentileMs(0.5), "ms"));
		figures.add(Figure.of("forms of 50 values, 8 clients, p99", forms.percentileMs(0.99), "ms"));
	}

	private static byte[] form(Random random) {
		StringBuilder lines = new StringBuilder("indicator,value\n");
		for (int number = 1; number <= ReportedValues.INDICATORS; number++) {
			lines.append("BX00").append(number < 10 ? "0" : "").append(number).append(',').append(random.nextInt(1_000_000)).append('\n');
		}
		return lines.toString().getBytes(StandardCharsets.UTF_8);
	}

}
