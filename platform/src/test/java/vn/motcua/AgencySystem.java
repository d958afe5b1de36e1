package vn.motcua;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agency's own system as it calls the platform. */
public record AgencySystem(int port, String token) {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

	public static AgencySystem hanoi(int port) {
		return of(port, "hanoi-demo");
	}

	public static AgencySystem bacNinh(int port) {
		return of(port, "bacninh-demo");
	}

	private static AgencySystem of(int port, String clientId) {
		return new AgencySystem(port, token(port, clientId, "motcua-demo").orElseThrow());
	}

	/** A token for a system, nothing when it gets none. */
	public static Optional<String> token(int port, String clientId, String secret, String... headers) {
		return tokenFor("sync", port, clientId, secret, headers);
	}

	/** A token that opens this scope alone. */
	public static Optional<String> tokenFor(String scope, int port, String clientId, String secret, String... headers) {
		Matcher token = TOKEN.matcher(send(request(port, "/oauth2/token", headers).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + scope + "&client_id=" + clientId + "&client_secret=" + secret))).body());
		return token.find() ? Optional.of(token.group(1)) : Optional.empty();
	}

	public HttpResponse<String> sends(String lines, String... headers) {
		return post("/api/sync/v1/events", lines.getBytes(java.nio.charset.StandardCharsets.UTF_8), headers);
	}

	/** Sends lines that are no batch to refuse, and gives the answers. */
	public String taken(String... lines) {
		HttpResponse<String> answer = sends(String.join("\n", lines));
		if (answer.statusCode() != 200) {
			throw new AssertionError(answer.statusCode() + " " + answer.body());
		}
		return answer.body();
	}

	/** Result of each line, with member and rule of those that were rejected. */
	public List<String> lines(String... lines) {
		return results(taken(lines));
	}

	/** What {@link #lines} would give now, by a dry run. */
	public List<String> tried(String... lines) {
		return results(post("/api/sync/v1/events?dryRun=true", String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8)).body());
	}

	private static List<String> results(String answer) {
		return answer.lines().map(JSON::readTree).map(line -> line.get("result").asString()
				+ (line.has("error") ? " " + line.at("/error/pointer").asString() + " " + line.at("/error/code").asString() : "")).toList();
	}

	public HttpResponse<String> post(String path, byte[] body, String... headers) {
		return send(request(port, path, headers).header("Authorization", "Bearer " + token).header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofByteArray(body)));
	}

	/** @param headers what kind of content it is among them */
	public HttpResponse<String> post(String path, String body, String... headers) {
		return send(request(port, path, headers).header("Authorization", "Bearer " + token).POST(BodyPublishers.ofString(body)));
	}

	public HttpResponse<String> put(String path, byte[] body) {
		return send(request(port, path).header("Authorization", "Bearer " + token).PUT(BodyPublishers.ofByteArray(body)));
	}

	public JsonNode read(String path) {
		return JSON.readTree(gets(path).body());
	}

	/** Everything that waits, page by page. */
	public List<JsonNode> inbox() {
		List<JsonNode> items = new ArrayList<>();
		String after = "";
		do {
			JsonNode page = read("/api/sync/v1/inbox?limit=20" + after);
			page.get("items").forEach(items::add);
			after = page.hasNonNull("next") ? "&after=" + page.get("next").asString() : "";
		}
		while (!after.isEmpty());
		return items;
	}

	/** What waits of one dossier, the oldest first. */
	public List<JsonNode> inbox(String code) {
		return inbox().stream().filter(item -> item.get("code").asString().equals(code)).toList();
	}

	public HttpResponse<String> gets(String path, String... headers) {
		return send(request(port, path, headers).header("Authorization", "Bearer " + token).GET());
	}

	private static HttpRequest.Builder request(int port, String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
		for (int i = 0; i + 1 < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return request;
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return HTTP.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException failed) {
			throw new java.io.UncheckedIOException(failed);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(stopped);
		}
	}

}
