package vn.motcua.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** Drafts opened, filled and submitted over HTTP by enterprises with tokens of their own, against bare process starts. */
final class SubmissionsBenchmark implements Benchmark {

	/** A server is measured as it runs all day, not as it runs in the minute after its start. */
	private static final double WARM_SECONDS = 25;

	private static final String SERVICE = "2.000033";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Override
	public String name() {
		return "submissions";
	}

	@Override
	public String what() {
		return "full submissions (open a draft with its answers, submit it), durable, checked, process started";
	}

	@Override
	public List<Figure> run() throws Exception {
		List<Figure> figures = new ArrayList<>();
		Path data = Server.freshFolder();
		try (Server server = Server.withYardsticks(data)) {
			List<String> tokens = tokens(server.port(), 64);
			byte[] open = JSON.writeValueAsBytes(Map.of("service", SERVICE, "answers", answers()));
			submissions(server.port(), tokens, open, 64, WARM_SECONDS);
			double bare = bare(server.port(), 64);
			figures.add(Figure.of("bare process starts, 64 clients", bare, "/s"));
			for (int clients : new int[] { 1, 8, 64 }) {
				Load.Outcome outcome = submissions(server.port(), tokens, open, clients, 8);
				Figure figure = Figure.of("submissions, " + clients + " clients", outcome.perSecond(), "/s").ratio(bare, "bare process starts");
				figures.add(clients == 64 ? figure.promise("≥ 400/s and ≥ 0.35") : figure);
				figures.add(Figure.of("  p99 of the two requests, " + clients + " clients", outcome.percentileMs(0.99), "ms"));
				figures.add(Figure.of("  refused or failed, " + clients + " clients", outcome.wrong(), ""));
			}
		}
		finally {
			Server.delete(data);
		}
		return figures;
	}

	/** Answers of the bundle's first example, a promotion notice that asks for no file, moved to next month and today's map. */
	private static Object answers() throws Exception {
		try (var bundles = Files.list(Path.of("services"))) {
			Path bundle = bundles.filter(folder -> folder.getFileName().toString().startsWith(SERVICE)).findFirst().orElseThrow();
			LocalDate day = LocalDate.now().plusDays(30);
			String yaml = Files.readString(bundle.resolve("examples.yaml")).replace("district: \"005\", ", "").replace("2020-09-01", day.toString())
				.replace("2020-09-30", day.plusDays(29).toString());
			List<Map<String, Object>> examples = new Yaml().load(yaml);
			return examples.getFirst().get("answers");
		}
	}

	private static List<String> tokens(int port, int count) throws Exception {
		try (Connection connection = new Connection(port)) {
			Connection.Answer answer = connection.send(Connection.request("GET", "/yardstick/tokens?n=" + count, "", new byte[0]));
			return List.of(JSON.readValue(answer.text(), String[].class));
		}
	}

	private static double bare(int port, int clients) throws Exception {
		byte[] start = Connection.request("GET", "/yardstick/process", "", new byte[0]);
		return Load.run(clients, 4, 6, number -> new Load.Client() {

			private final Connection connection = new Connection(port);

			@Override
			public boolean once() throws Exception {
				return connection.send(start).status() == 200;
			}

			@Override
			public void close() throws Exception {
				connection.close();
			}
		}).perSecond();
	}

	private static Load.Outcome submissions(int port, List<String> tokens, byte[] open, int clients, double seconds) throws Exception {
		return Load.run(clients, 4, seconds, number -> new Load.Client() {

			private final Connection connection = new Connection(port);

			private final String headers = "Authorization: Bearer " + tokens.get(number % tokens.size()) + "\r\nContent-Type: application/json\r\nAccept: application/json\r\n";

			@Override
			public boolean once() throws Exception {
				Connection.Answer draft = connection.send(Connection.request("POST", "/api/dossier/v1/drafts", headers, open));
				if (draft.status() != 201) {
					return failed(draft);
				}
				String text = draft.text();
				int at = text.indexOf("\"id\":\"") + 6;
				String id = text.substring(at, text.indexOf('"', at));
				Connection.Answer submission = connection.send(Connection.request("POST", "/api/dossier/v1/drafts/" + id + "/submission", headers, new byte[0]));
				return submission.status() == 201 || failed(submission);
			}

			private boolean failed(Connection.Answer answer) {
				if (number == 0) {
					System.err.println(new String(answer.body(), StandardCharsets.UTF_8));
				}
				return false;
			}

			@Override
			public void close() throws Exception {
				connection.close();
			}
		});
	}

}
