package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Malformed, oversized, wrong-typed and injected input to every route there is, as a stranger, a citizen, an officer and the
 * administrator: the answer is never an internal error and never another person's row.
 */
@MotCuaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTests {

	private static final String SECRET = "Bi-mat-cua-Minh-7391";

	private static final List<String> VALUES = List.of("'%20or%201=1--", "%00", "..%2f..%2fetc%2fpasswd", "%3Cscript%3Ealert(1)%3C/script%3E", "-1",
			"99999999999999999999", "%ff%fe", "NaN", "x".repeat(3000), "2026-13-45", "%F0%9F%9A%AA", "true", "%7B%22a%22:1%7D", "");

	private static final List<byte[]> BODIES = bodies();

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@LocalServerPort
	int port;

	private final List<String> minhs = new ArrayList<>();

	private final Map<String, Hostile> visitors = new TreeMap<>();

	@BeforeAll
	void signIn() {
		Visit minh = Visit.signedIn(port, "minh");
		Hostile own = Hostile.as(port, minh);
		String draft = own.json("POST", "/api/dossier/v1/drafts", "{\"service\":\"1.001193\"}").body();
		String id = draft.replaceAll("(?s).*\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
		Hostile.Answer patched = own.json("PATCH", "/api/dossier/v1/drafts/" + id, "{\"answers\":{\"child\":{\"name\":\"" + SECRET + "\"}}}");
		assertThat(patched.status()).as(patched.body()).isEqualTo(200);
		assertThat(own.json("GET", "/api/dossier/v1/drafts/" + id, "").body()).contains(SECRET);
		minhs.add(id);
		visitors.put("stranger", Hostile.as(port, new Visit(port)));
		for (String login : List.of("lan", "canbo.hoankiem", "quantri")) {
			visitors.put(login, Hostile.as(port, Visit.signedIn(port, login)));
		}
	}

	@Test
	void queriesAndPathsAreRefusedNotFailed() {
		List<String> failures = new ArrayList<>();
		visitors.forEach((name, visitor) -> forEachRoute((path, method, handler) -> {
			if (method == RequestMethod.GET) {
				for (String target : targets(path, handler)) {
					if (judge(failures, name, "GET " + target, visitor.raw("GET", target, "", new byte[0])).shut()) {
						return;
					}
				}
			}
		}));
		assertThat(failures).isEmpty();
	}

	@Test
	void bodiesAreRefusedNotFailed() {
		List<String> failures = new ArrayList<>();
		visitors.forEach((name, visitor) -> forEachRoute((path, method, handler) -> {
			if (method != RequestMethod.GET && !path.equals("/dang-xuat")) {
				String target = filled(path, minhs.getFirst());
				for (String type : List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain")) {
					for (byte[] body : BODIES) {
						if (judge(failures, name, method + " " + target + " " + type + " " + body.length, visitor.raw(method.name(), target, type, body)).shut()) {
							break;
						}
					}
				}
			}
		}));
		assertThat(failures).isEmpty();
	}

	@Test
	void formsAreRefusedNotFailed() {
		List<String> failures = new ArrayList<>();
		visitors.forEach((name, visitor) -> forEachRoute((path, method, handler) -> {
			if (method == RequestMethod.POST && !path.equals("/dang-xuat") && !path.startsWith("/api/")) {
				for (String value : VALUES) {
					String target = filled(path, minhs.getFirst());
					if (judge(failures, name, "POST " + target + " " + shortened(value), visitor.form(target, fields(handler, value))).shut()) {
						return;
					}
				}
			}
		}));
		assertThat(failures).isEmpty();
	}

	@Test
	void brokenRequestsAreRefusedNotFailed() {
		List<String> failures = new ArrayList<>();
		Hostile stranger = visitors.get("stranger");
		for (String target : List.of("/%", "/%zz", "//etc/passwd", "/dich-vu/%2e%2e/", "/..;/actuator", "/api/%00", "/?lang=%00", "/?lang=xx-yy-zz", "/\\..\\..",
				"/dich-vu/1.001193;jsessionid=1", "/api/dossier/v1/track/", "/actuator/env", "/tra-cuu?ma=" + "9".repeat(7000))) {
			judge(failures, "stranger", target, stranger.raw("GET", target, "", new byte[0]));
		}
		for (String method : List.of("PUT", "DELETE", "TRACE", "PATCH", "FOO")) {
			judge(failures, "stranger", method, stranger.raw(method, "/", "", new byte[0]));
		}
		assertThat(failures).isEmpty();
	}

	private Hostile.Answer judge(List<String> failures, String visitor, String request, Hostile.Answer answer) {
		String what = visitor + " " + shortened(request) + " → " + answer.status();
		if (answer.status() >= 500 || answer.status() < 100) {
			failures.add(what);
		}
		if (answer.body().contains(SECRET) && !visitor.equals("minh")) {
			failures.add(what + " shows another person's row");
		}
		if (answer.status() >= 400 && request.contains(" /api/") && !answer.body().contains("\"code\"")) {
			failures.add(what + " names no rule");
		}
		return answer;
	}

	private interface Route {

		void visit(String path, RequestMethod method, HandlerMethod handler);

	}

	private void forEachRoute(Route route) {
		mappings.getHandlerMethods().forEach((RequestMappingInfo info, HandlerMethod handler) -> info.getPatternValues().forEach(path -> {
			if (handler.getBeanType().getName().startsWith("vn.motcua")) {
				info.getMethodsCondition().getMethods().forEach(method -> route.visit(path, method, handler));
			}
		}));
	}

	private List<String> targets(String path, HandlerMethod handler) {
		List<String> targets = new ArrayList<>();
		minhs.forEach(id -> targets.add(filled(path, id)));
		for (String value : VALUES) {
			String place = filled(path, value.isEmpty() ? "x" : value);
			if (path.contains("{")) {
				targets.add(place);
			}
			String query = query(handler, value);
			if (!query.isEmpty()) {
				targets.add(filled(path, "1") + "?" + query);
			}
		}
		return targets;
	}

	private static String filled(String path, String value) {
		return path.replaceAll("\\{[^/]+}", java.util.regex.Matcher.quoteReplacement(value));
	}

	private static String query(HandlerMethod handler, String value) {
		List<String> parts = new ArrayList<>();
		fields(handler, value).forEach((name, given) -> parts.add(name + "=" + given));
		return String.join("&", parts);
	}

	private static Map<String, String> fields(HandlerMethod handler, String value) {
		Map<String, String> fields = new TreeMap<>();
		for (MethodParameter parameter : handler.getMethodParameters()) {
			RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
			if (named != null) {
				parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
				String name = !named.name().isEmpty() ? named.name() : !named.value().isEmpty() ? named.value() : parameter.getParameterName();
				fields.put(name == null ? "x" : name, value);
			}
		}
		fields.put("khac", value);
		return fields;
	}

	private static List<byte[]> bodies() {
		List<String> texts = List.of("", "{", "[]", "null", "\"x\"", "{\"service\":5}", "{\"service\":{\"a\":[1]}}", "{\"answers\":\"x\"}",
				"{\"answers\":{\"child\":7,\"__proto__\":{\"x\":1}}}", "[".repeat(20_000), "{\"a\":".repeat(5_000) + "1", "{\"answers\":{\"x\":1e400}}",
				"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a.pdf\"\r\n\r\nabc", "a=1&a=2&%zz=3");
		List<byte[]> bodies = new ArrayList<>(texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList());
		bodies.add(new byte[] { (byte) 0xff, (byte) 0xfe, 0, 1, 2, (byte) 0xc3 });
		bodies.add(("{\"answers\":{\"child\":{\"name\":\"" + "x".repeat(1_500_000) + "\"}}}").getBytes(StandardCharsets.UTF_8));
		return bodies;
	}

	private static String shortened(String text) {
		return text.length() <= 120 ? text : text.substring(0, 120) + "…";
	}

}
