package vn.motcua.sdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** The way to one ledger: its address, and a token that is renewed before it ends or when it is no longer taken. Safe for several threads. */
public final class Connection {

	private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

	private static final Duration CONNECTING = Duration.ofSeconds(10);

	private static final Duration ANSWERING = Duration.ofSeconds(180);

	private static final int LONGEST_ANSWER = 32 << 20;

	private static final int LONGEST_TOKEN_ANSWER = 1 << 16;

	private static final int LONGEST_PROBLEM = 1 << 20;

	private static final int LONGEST_SENTENCE = 2_000;

	private static final int UNAUTHORIZED = 401;

	private final URI server;

	private final Credentials credentials;

	private final HttpClient http;

	private final Duration answering;

	/** Of the sentences in its answers. */
	private final Locale language;

	private @Nullable String token;

	private Instant renewAt = Instant.MIN;

	/**
	 * A connection with the usual client of Java.
	 * @param server address of the ledger, for example {@code https://dichvucong.example.vn}
	 * @param credentials what this system signs in with
	 */
	public Connection(URI server, Credentials credentials) {
		this(server, credentials, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECTING).build());
	}

	/**
	 * A connection with a client of one's own: for a proxy, or a certificate of this system (mutual TLS).
	 * @param server address of the ledger
	 * @param credentials what this system signs in with
	 * @param http the client
	 */
	public Connection(URI server, Credentials credentials, HttpClient http) {
		this(server, credentials, http, ANSWERING, VIETNAMESE);
	}

	/** @param answering how long an answer may keep silent, before it begins or within it */
	Connection(URI server, Credentials credentials, HttpClient http, Duration answering, Locale language) {
		this.server = server;
		this.credentials = credentials;
		this.http = http;
		this.answering = answering;
		this.language = language;
	}

	/**
	 * A connection like this one that is answered in another language; without it the ledger's sentences are in Vietnamese.
	 * @param other Vietnamese or English
	 * @return a new connection
	 */
	public Connection in(Locale other) {
		return new Connection(server, credentials, http, answering, other);
	}

	/**
	 * Where the ledger is.
	 * @return its address
	 */
	public URI server() {
		return server;
	}

	JsonNode get(String path, Map<String, String> query) throws IOException, InterruptedException {
		StringBuilder address = new StringBuilder(path);
		query.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(encoded(value)));
		byte[] body = bytes(request(address.toString()).GET(), LONGEST_ANSWER);
		return LineJson.JSON.readTree(body);
	}

	/** The answer as it comes; the caller closes it. */
	InputStream open(String path) throws IOException, InterruptedException {
		return body(send(request(path).GET()));
	}

	byte[] post(String path, BodyPublisher body, Map<String, String> headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = request(path).POST(body);
		headers.forEach(request::header);
		return bytes(request, LONGEST_ANSWER);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(at(path)).timeout(answering).header("Accept-Language", language.toLanguageTag());
	}

	/** A path, or an address of the same server: nothing else gets the token. */
	private URI at(String path) {
		URI address = server.resolve(path);
		if (!server.getScheme().equals(address.getScheme()) || !server.getAuthority().equals(address.getAuthority())) {
			throw new IllegalArgumentException("not an address of " + server + ": " + address);
		}
		return address;
	}

	private byte[] bytes(HttpRequest.Builder request, int longest) throws IOException, InterruptedException {
		try (InputStream body = body(send(request))) {
			return read(body, longest);
		}
	}

	private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		String with = token(null);
		HttpResponse<InputStream> answer = http.send(request.copy().header("Authorization", "Bearer " + with).build(), HttpResponse.BodyHandlers.ofInputStream());
		if (answer.statusCode() == UNAUTHORIZED) {
			answer.body().close();
			answer = http.send(request.copy().header("Authorization", "Bearer " + token(with)).build(), HttpResponse.BodyHandlers.ofInputStream());
		}
		return checked(answer);
	}

	private HttpResponse<InputStream> checked(HttpResponse<InputStream> answer) throws IOException {
		if (answer.statusCode() / 100 == 2) {
			return answer;
		}
		try (InputStream body = body(answer)) {
			String said = new String(body.readNBytes(LONGEST_PROBLEM), StandardCharsets.UTF_8).strip();
			throw refused(answer.statusCode(), retryAfter(answer.headers().firstValue("Retry-After").orElse("")), said);
		}
	}

	/** By what a problem (RFC 9457) or the answer to a wrong key (RFC 6749) says, or else by what was answered. */
	private static Refused refused(int status, Duration retryAfter, String said) {
		JsonNode problem;
		try {
			problem = LineJson.JSON.readTree(said);
		}
		catch (IOException noProblem) {
			problem = MissingNode.getInstance();
		}
		String code = problem.path("code").asText(problem.path("error").asText(""));
		String detail = problem.path("detail").asText(problem.path("title").asText(problem.path("error_description").asText("")));
		String sentence = !detail.isEmpty() ? detail + " (" + (problem.path("instance").asText("") + " " + code).strip() + ")"
				: !code.isEmpty() ? code : said.substring(0, Math.min(said.length(), LONGEST_SENTENCE));
		return new Refused(status, retryAfter, code, sentence, FieldProblem.all(problem.path("errors")));
	}

	private InputStream body(HttpResponse<InputStream> answer) {
		return new PatientStream(answer.body(), answering);
	}

	private synchronized String token(@Nullable String refused) throws IOException, InterruptedException {
		if (token == null || token.equals(refused) || Instant.now().isAfter(renewAt)) {
			String form = "grant_type=client_credentials&scope=" + encoded(credentials.scope()) + "&client_id=" + encoded(credentials.id()) + "&client_secret="
					+ encoded(credentials.secret());
			HttpResponse<InputStream> answer = checked(http.send(HttpRequest.newBuilder(at("/oauth2/token")).timeout(answering)
				.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofInputStream()));
			JsonNode said;
			try (InputStream body = body(answer)) {
				said = LineJson.JSON.readTree(read(body, LONGEST_TOKEN_ANSWER));
			}
			String given = said.path("access_token").asText("");
			if (given.isEmpty()) {
				throw new IOException("the ledger gave no token");
			}
			token = given;
			renewAt = Instant.now().plusSeconds(said.path("expires_in").asLong(60) * 9 / 10);
		}
		return token;
	}

	private static byte[] read(InputStream body, int longest) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(body.readNBytes(longest));
		if (body.read() >= 0) {
			throw new IOException("the answer is longer than " + longest + " bytes");
		}
		return bytes.toByteArray();
	}

	private static Duration retryAfter(String header) {
		try {
			if (header.matches("\\d{1,6}")) {
				return Duration.ofSeconds(Long.parseLong(header));
			}
			if (!header.isEmpty()) {
				Duration until = Duration.between(Instant.now(), ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME));
				return until.isNegative() ? Duration.ZERO : until;
			}
		}
		catch (DateTimeParseException neither) {
			// as if it said nothing
		}
		return Duration.ZERO;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
