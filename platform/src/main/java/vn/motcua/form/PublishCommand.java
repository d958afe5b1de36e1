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
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Publishes a folder through the interface of a running server, after it has been checked here. */
final class PublishCommand {

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
		return send(server == null ? "http://localhost:8080" : server, token, ServiceCommand.bundle(folder).zip());
	}

	private int send(String server, String token, byte[] zip) {
		String boundary = "motcua-" + UUID.randomUUID();
		byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"bundle\"; filename=\"bundle.zip\"\r\nContent-Type: application/zip\r\n\r\n").getBytes(StandardCharsets.UTF_8);
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
				default -> "The server answered " + answer.statusCode() + ": " + answer.body();
			});
			return answer.statusCode() == 201 || answer.statusCode() == 202 ? 0 : 1;
		}
		catch (IOException | IllegalArgumentException unreachable) {
			out.println("The server " + server + " cannot be reached: " + unreachable.getMessage());
			return 1;
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			return 1;
		}
	}

	static @Nullable String take(List<String> words, String option) {
		int at = words.indexOf(option);
		if (at < 0 || at + 1 >= words.size()) {
			return null;
		}
		String value = words.get(at + 1);
		words.subList(at, at + 2).clear();
		return value;
	}

}
