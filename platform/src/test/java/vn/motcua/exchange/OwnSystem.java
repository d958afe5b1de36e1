package vn.motcua.exchange;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hà Nội's own one-stop system of the demonstration, as it calls over HTTP. */
public final class OwnSystem {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final JsonMapper json = JsonMapper.builder().build();

	private final String origin;

	private final String token;

	public OwnSystem(int port) throws Exception {
		this.origin = "http://localhost:" + port;
		HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(URI.create(origin + "/oauth2/token")).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=sync&client_id=hanoi-demo&client_secret=motcua-demo")).build(),
				HttpResponse.BodyHandlers.ofString());
		this.token = json.readTree(answer.body()).get("access_token").asString();
	}

	public HttpResponse<String> get(String path) throws Exception {
		return HTTP.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
	}

	public HttpResponse<String> post(String path, String type, String body) throws Exception {
		return HTTP.send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
	}

	/** Sends lines and gives the answers. */
	public String send(String... lines) throws Exception {
		HttpResponse<String> answer = post("/api/sync/v1/events", "application/x-ndjson", String.join("\n", lines));
		if (answer.statusCode() != 200) {
			throw new AssertionError(answer.statusCode() + " " + answer.body());
		}
		return answer.body();
	}

	public JsonNode read(String path) throws Exception {
		return json.readTree(get(path).body());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(origin + path)).header("Authorization", "Bearer " + token);
	}

}
