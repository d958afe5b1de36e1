package vn.motcua.exchange;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bắc Ninh's own one-stop system of the demonstration, or another one, as it calls over HTTP. */
public final class OwnSystemClient {

	public static final String BAC_NINH = "bacninh-demo";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final String origin;

	private final String token;

	public OwnSystemClient(int port, String clientId) {
		this.origin = "http://localhost:" + port;
		HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(origin + "/oauth2/token")).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=sync&client_id=" + clientId + "&client_secret=motcua-demo")));
		this.token = JSON.readTree(answer.body()).get("access_token").asString();
	}

	public HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	public HttpResponse<String> post(String path, String body, String... headers) {
		HttpRequest.Builder request = request(path);
		for (int i = 0; i + 1 < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	public HttpResponse<String> put(String path, byte[] body) {
		return send(request(path).PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
	}

	/** Everything that waits, page by page. */
	public List<JsonNode> inbox() {
		List<JsonNode> items = new ArrayList<>();
		String after = "";
		do {
			JsonNode page = JSON.readTree(get("/api/sync/v1/inbox?limit=20" + after).body());
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

	/** Result of each line, with member and rule of those that were rejected. */
	public List<String> lines(String... lines) {
		HttpResponse<String> answer = post("/api/sync/v1/events", String.join("\n", lines), "Content-Type", "application/x-ndjson");
		return answer.body().lines().map(JSON::readTree).map(line -> line.get("result").asString()
				+ (line.has("error") ? " " + line.at("/error/pointer").asString() + " " + line.at("/error/code").asString() : "")).toList();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(origin + path)).header("Authorization", "Bearer " + token);
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (java.io.IOException failed) {
			throw new java.io.UncheckedIOException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

}
