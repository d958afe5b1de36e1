package vn.motcua;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A visitor over HTTP who keeps cookies, for tests of pages and interfaces without a browser. */
public final class Visit {

	private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final HttpClient HTTP = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(10)).build();

	private final String origin;

	private final String address;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private String bearer = "";

	private String token = "";

	/** Somebody new, from an address of their own. */
	public Visit(int port) {
		this(port, VisitorAddress.fresh());
	}

	private Visit(int port, String address) {
		this("http://localhost:" + port, address);
	}

	private Visit(String origin, String address) {
		this.origin = origin;
		this.address = address;
	}

	/** Signs a member of the cast in through the page. */
	public static Visit signedIn(int port, String login) {
		return signedIn("http://localhost:" + port, login);
	}

	/** As {@link #signedIn(int, String)}, at a program on another address. */
	public static Visit signedIn(String origin, String login) {
		return signedIn(origin, login, "motcua-demo");
	}

	public static Visit signedIn(String origin, String login, String password) {
		Visit visit = new Visit(origin, VisitorAddress.fresh());
		visit.get("/dang-nhap");
		HttpResponse<String> answer = visit.post("/dang-nhap", Map.of("ten", login, "matKhau", password));
		if (answer.statusCode() != 302 && answer.statusCode() != 303) {
			throw new IllegalStateException(login + " could not sign in: " + answer.statusCode());
		}
		return visit;
	}

	/** The same visitor with a bearer token instead of cookies. */
	public Visit withBearer(String token) {
		Visit visit = new Visit(Integer.parseInt(origin.substring(origin.lastIndexOf(':') + 1)), address);
		visit.bearer = token;
		return visit;
	}

	/** The same visitor, with the same cookies, at a program that was started again. */
	public Visit at(int port) {
		Visit visit = new Visit(port, address);
		visit.cookies.putAll(cookies);
		return visit;
	}

	/** An officer of several agencies acts for the one whose name holds these words; of one agency there is nothing to choose. */
	void actFor(String words) {
		Matcher choice = Pattern.compile("name=\"co-quan\" value=\"(\\d+)\">[^<]*" + Pattern.quote(words)).matcher(get("/tai-khoan").body());
		if (choice.find() && post("/tai-khoan", "/tai-khoan/co-quan", Map.of("co-quan", choice.group(1))).statusCode() / 100 != 3) {
			throw new IllegalStateException("cannot act for " + words);
		}
	}

	/** JSON with the session's cookie and the token that forms carry. */
	public HttpResponse<String> api(String method, String path, String body, String... headers) {
		String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
		all[headers.length] = "X-CSRF-TOKEN";
		all[headers.length + 1] = apiToken();
		return json(method, path, body, all);
	}

	/** As {@link #api}, of another type. */
	public HttpResponse<String> sent(String path, String type, String body) {
		return send(request(path).header("Content-Type", type).header("X-CSRF-TOKEN", apiToken()).POST(BodyPublishers.ofString(body)));
	}

	private String apiToken() {
		if (token.isEmpty()) {
			token = formToken();
		}
		return token;
	}

	public HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	public HttpResponse<String> get(String path, String accept) {
		return send(request(path).header("Accept", accept).GET());
	}

	/** Posts a form as a browser does, with the token of the page it stands on ({@code path} unless the page is another). */
	public HttpResponse<String> post(String path, Map<String, String> fields) {
		return post(path, path, fields);
	}

	public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
		Map<String, String> all = new LinkedHashMap<>(fields);
		Matcher token = FORM_TOKEN.matcher(get(page).body());
		if (token.find()) {
			all.put("_csrf", token.group(1));
		}
		String body = all.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
	}

	/** As {@link #post(String, String, Map)} where a field is sent several times. */
	public HttpResponse<String> postAll(String page, String path, Map<String, java.util.List<String>> fields) {
		Matcher token = FORM_TOKEN.matcher(get(page).body());
		String csrf = token.find() ? "_csrf=" + encoded(token.group(1)) : "";
		String body = fields.entrySet().stream().flatMap(field -> field.getValue().stream().map(value -> "&" + encoded(field.getKey()) + "=" + encoded(value))).collect(Collectors.joining());
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(csrf + body)));
	}

	public HttpResponse<String> json(String method, String path, String body, String... headers) {
		HttpRequest.Builder request = request(path).header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
			.header("Accept", "application/json");
		for (int i = 0; i + 1 < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return send(request.method(method, BodyPublishers.ofString(body)));
	}

	/** Sends one file and the named fields as a browser's upload form does. */
	public HttpResponse<String> upload(String path, Map<String, String> fields, String fileField, String fileName, byte[] content) {
		String boundary = "----motcua-test";
		StringBuilder head = new StringBuilder();
		fields.forEach((name, value) -> head.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(name)
			.append("\"\r\n\r\n").append(value).append("\r\n"));
		head.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(fileField).append("\"; filename=\"")
			.append(fileName).append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
		byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
		byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
		byte[] body = java.nio.ByteBuffer.allocate(start.length + content.length + end.length).put(start).put(content).put(end).array();
		return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary).header("Accept", "application/json")
			.POST(BodyPublishers.ofByteArray(body)));
	}

	public String cookieHeader() {
		return cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
	}

	/** A token for forms, from a page that has one; empty when there is none. */
	public String formToken() {
		for (String page : java.util.List.of("/tai-khoan", "/dang-nhap", "/")) {
			Matcher token = FORM_TOKEN.matcher(get(page).body());
			if (token.find()) {
				return token.group(1);
			}
		}
		return "";
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(60)).header(VisitorAddress.HEADER, address);
		if (!cookies.isEmpty()) {
			request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
		}
		if (!bearer.isEmpty()) {
			request.header("Authorization", "Bearer " + bearer);
		}
		return request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
			answer.headers().allValues("set-cookie").forEach(this::keep);
			return answer;
		}
		catch (IOException failed) {
			throw new java.io.UncheckedIOException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private void keep(String setCookie) {
		String pair = setCookie.split(";", 2)[0];
		int equals = pair.indexOf('=');
		if (setCookie.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
			cookies.remove(pair.substring(0, equals));
		}
		else {
			cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
		}
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
