package vn.motcua;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agency's own system as it calls the platform. */
public record AgencySystem(int port, String token) {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

	public static AgencySystem hanoi(int port) {
		return new AgencySystem(port, token(port, "hanoi-demo", "motcua-demo").orElseThrow());
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

	public HttpResponse<String> post(String path, byte[] body, String... headers) {
		return send(request(port, path, headers).header("Authorization", "Bearer " + token).header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofByteArray(body)));
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
