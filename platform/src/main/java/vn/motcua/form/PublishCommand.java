package vn.motcua.form;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Publishes a folder through the interface of a running server, after it has been checked here. */
final class PublishCommand {

	static final String DECISION = "--decision NUMBER --decided YYYY-MM-DD --effective YYYY-MM-DD";

	private static final Map<String, String> OPTIONS = Map.of("--decision", "decisionNumber", "--decided", "decidedOn", "--effective", "effectiveOn");

	private final ServiceCommand service;

	private final PrintStream out;

	PublishCommand(ServiceCommand service, PrintStream out) {
		this.service = service;
		this.out = out;
	}

	int run(List<String> words) {
		List<String> rest = new ArrayList<>(words);
		String server = take(rest, "--server");
		String token = take(rest, "--token");
		Map<String, String> decision = decision(rest);
		if (rest.size() != 1) {
			out.println(service.usage());
			return 2;
		}
		Path folder = Path.of(rest.getFirst());
		if (service.check(folder, out) != 0) {
			return 1;
		}
		if (token == null) {
			out.println("Name the server and an access token of somebody who may publish: --server http://localhost:8080 --token TOKEN, or upload the folder as a zip file on the page /quan-tri/dich-vu.");
			return 2;
		}
		return send(server == null ? "http://localhost:8080" : server, token, decision, ServiceCommand.bundle(folder).zip());
	}

	/** The publication decision, under the names of the interface. */
	private static Map<String, String> decision(List<String> words) {
		Map<String, String> decision = new LinkedHashMap<>();
		OPTIONS.forEach((option, name) -> {
			String value = take(words, option);
			if (value != null) {
				decision.put(name, value);
			}
		});
		return decision;
	}

	private int send(String server, String token, Map<String, String> decision, byte[] zip) {
		String boundary = "motcua-" + UUID.randomUUID();
		StringBuilder fields = new StringBuilder();
		decision.forEach((name, value) -> fields.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n").append(value).append("\r\n"));
		byte[] head = (fields + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"bundle\"; filename=\"bundle.zip\"\r\nContent-Type: application/zip\r\n\r\n").getBytes(StandardCharsets.UTF_8);
		byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
		try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/api/catalogue/v1/publications"))
				.timeout(Duration.ofSeconds(60))
				.header("Authorization", "Bearer " + token)
				.header("Content-Type", "multipart/form-data; boundary=" + boundary)
				.POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, zip, tail)))
				.build();
			HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
			out.println(switch (answer.statusCode()) {
				case 201 -> "Published: " + answer.body();
				case 202 -> "Proposed, somebody else decides: " + answer.body();
				case 422 -> "The server answered 422: " + answer.body() + (decision.isEmpty() ? "\nWhere a second person has to approve, name the publication decision: " + DECISION + "." : "");
				default -> "The server answered " + answer.statusCode() + ": " + answer.body();
			});
			return answer.statusCode() == 201 || answer.statusCode() == 202 ? 0 : 1;
		}
		catch (IOException | IllegalArgumentException unreachable) {
			out.println("The server " + server + " cannot be reached: " + (unreachable.getMessage() == null ? unreachable.getClass().getSimpleName() : unreachable.getMessage()));
			return 1;
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			return 1;
		}
	}

	/** The value after an option, taken out with it; {@code null} without one, and for an option whose value was left empty. */
	static @Nullable String take(List<String> words, String option) {
		int at = words.indexOf(option);
		if (at < 0) {
			return null;
		}
		if (at + 1 >= words.size() || words.get(at + 1).isBlank() || words.get(at + 1).startsWith("--")) {
			words.subList(at, at + 1 < words.size() && words.get(at + 1).isBlank() ? at + 2 : at + 1).clear();
			return null;
		}
		String value = words.get(at + 1);
		words.subList(at, at + 2).clear();
		return value;
	}

}
