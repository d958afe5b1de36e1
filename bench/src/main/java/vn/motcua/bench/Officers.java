package vn.motcua.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs an officer of the cast in through the page. */
final class Officers {

	private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final Pattern CODE = Pattern.compile("/mot-cua/ho-so/([0-9A-Z.]+-\\d{6}-\\d{4,7})");

	/** The demo's dossiers come while the server already answers. */
	private static final Duration DEMO_FILLS_WITHIN = Duration.ofMinutes(1);

	private Officers() {
	}

	/** Value of the Cookie header of a signed-in officer. */
	static String signIn(int port, String login) throws Exception {
		try (Connection connection = new Connection(port)) {
			Connection.Answer page = connection.send(Connection.request("GET", "/dang-nhap", "", new byte[0]));
			Matcher token = FORM_TOKEN.matcher(page.text());
			token.find();
			String body = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&ten=" + login + "&matKhau=motcua-demo";
			Connection.Answer answer = connection.send(Connection.request("POST", "/dang-nhap",
					"Content-Type: application/x-www-form-urlencoded\r\nCookie: " + cookie(page) + "\r\n", body.getBytes(StandardCharsets.UTF_8)));
			return cookie(answer);
		}
	}

	/** Code of a dossier that the demo's ward works on. */
	static String anyDossier(int port) throws Exception {
		String cookie = signIn(port, "canbo.hoankiem");
		try (Connection connection = new Connection(port)) {
			for (long until = System.nanoTime() + DEMO_FILLS_WITHIN.toNanos(); System.nanoTime() < until;) {
				String page = connection.send(Connection.request("GET", "/mot-cua?hang-doi=dang-xu-ly", "Cookie: " + cookie + "\r\n", new byte[0])).text();
				Matcher code = CODE.matcher(page);
				if (code.find()) {
					return code.group(1);
				}
				LockSupport.parkNanos(200_000_000);
			}
			throw new IllegalStateException("the demo has no dossier in work");
		}
	}

	private static String cookie(Connection.Answer answer) {
		StringBuilder cookies = new StringBuilder();
		for (String line : answer.head().split("\r\n")) {
			if (line.regionMatches(true, 0, "set-cookie:", 0, 11)) {
				cookies.append(cookies.isEmpty() ? "" : "; ").append(line.substring(11).split(";")[0].strip());
			}
		}
		return cookies.toString();
	}

}
