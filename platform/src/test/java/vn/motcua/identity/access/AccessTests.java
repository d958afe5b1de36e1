package vn.motcua.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.access.AccessRules.Rule;
import vn.motcua.identity.domain.AccessTokens;
import vn.motcua.identity.domain.CastMember;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;

/**
 * Who may go where. {@code access.txt} beside this test says what every route asks; a route that changes, comes or goes shows
 * there. Then every member of the cast walks every route.
 */
@MotCuaTest
class AccessTests {

	private static final Path EXPECTED = Path.of("src", "test", "resources", "access.txt");

	private static final Path FOUND = Path.of("target", "access.txt");

	/** A route that takes only uploads never sees what this test sends. */
	private static final int WRONG_FORM = 415;

	/** What is measured without a route: static files, what is not found, redirections, health. */
	private static final int OTHER_URIS = 50;

	@LocalServerPort
	int port;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping routes;

	@Autowired
	AccessRules rules;

	@Autowired
	Accounts accounts;

	@Autowired
	AccessTokens tokens;

	private record Route(String method, String path, Rule rule) {

		String line() {
			return method + " " + path + " " + switch (rule) {
				case Rule.Open open -> "PUBLIC";
				case Rule.Needs needs -> needs.permission().name();
				case Rule.Closed closed -> "CLOSED";
			};
		}

		boolean api() {
			return path.startsWith("/api/");
		}

		String sample() {
			return path.replaceAll("\\{\\w+:([a-z-]+)[^}]*}", "$1").replaceAll("\\{[^/]+}", "1").replace("/**", "/1").replace("*", "1");
		}

	}

	/** A route beyond the limit would have no times and no counts of errors. */
	@Test
	void everyRouteIsMeasured(@Autowired Environment environment) {
		assertThat(routes().stream().map(Route::path).distinct().count() + OTHER_URIS).isLessThan(environment.getRequiredProperty("management.metrics.web.server.max-uri-tags", Integer.class));
	}

	@Test
	void everyRouteAsksWhatTheTableSays() throws IOException {
		List<String> found = routes().stream().map(Route::line).toList();
		Files.write(FOUND, found);
		assertThat(found).as("Routes changed. When that is meant, copy target/access.txt over src/test/resources/access.txt.")
			.containsExactlyElementsOf(Files.readAllLines(EXPECTED));
	}

	@Test
	void everyRouteNamesAPermissionOrIsPublic() {
		assertThat(routes()).filteredOn(route -> route.rule() instanceof Rule.Closed).isEmpty();
	}

	@Test
	void strangersGetNothingButWhatIsPublic() {
		List<String> wrong = new ArrayList<>();
		for (Route route : routes()) {
			if (route.rule() instanceof Rule.Needs) {
				HttpResponse<String> answer = walk(new Visit(port), route, "/dang-nhap");
				boolean refused = answer.statusCode() == WRONG_FORM || (route.api() ? answer.statusCode() == 401 || answer.statusCode() == 403
						: answer.statusCode() == 302 && answer.headers().firstValue("location").orElse("").contains("/dang-nhap"));
				note(wrong, refused, "stranger", route, answer);
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void theCastGoesWhereItMayAndNowhereElse() {
		List<String> wrong = new ArrayList<>();
		for (CastMember member : CastMember.all()) {
			Actor actor = accounts.actor(accounts.findByLogin(member.login()).orElseThrow().id());
			Visit pages = Visit.signedIn(port, member.login());
			Visit program = pages.withBearer(tokens.issue(actor, "walk", java.time.Duration.ofHours(1)));
			for (Route route : routes()) {
				if (route.rule() instanceof Rule.Needs needs) {
					walkAs(actor, member.login(), needs.permission(), route, route.api() ? program : pages, wrong);
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

	/** Agencies' systems alone synchronise; every other permission is held by somebody of the cast. */
	@Test
	void everyPermissionIsSomebodys() {
		Set<Permission> held = EnumSet.of(Permission.SYNC);
		CastMember.all().forEach(member -> held.addAll(accounts.actor(accounts.findByLogin(member.login()).orElseThrow().id()).permissions()));
		assertThat(held).containsExactly(Permission.values());
	}

	/** Whoever may is only sent to read: what changes something is tried by the tests of that page. */
	private void walkAs(Actor actor, String who, Permission needed, Route route, Visit visit, List<String> wrong) {
		boolean may = actor.may(needed);
		if (may && !route.method().equals("GET")) {
			return;
		}
		HttpResponse<String> answer = walk(visit, route, "/tai-khoan");
		boolean signIn = answer.statusCode() == 302 && answer.headers().firstValue("location").orElse("").contains("/dang-nhap");
		boolean refused = answer.statusCode() == 403 || answer.statusCode() == WRONG_FORM;
		note(wrong, may ? answer.statusCode() < 500 && answer.statusCode() != 401 && !signIn : refused, who, route, answer);
	}

	private static HttpResponse<String> walk(Visit visit, Route route, String formPage) {
		if (route.method().equals("GET")) {
			return visit.get(route.sample());
		}
		return route.method().equals("POST") && !route.api() ? visit.post(formPage, route.sample(), Map.of())
				: visit.json(route.method(), route.sample(), "{}");
	}

	private static void note(List<String> wrong, boolean right, String who, Route route, HttpResponse<String> answer) {
		if (!right) {
			wrong.add(who + " " + route.line() + " → " + answer.statusCode());
		}
	}

	private List<Route> routes() {
		Map<String, Route> found = new LinkedHashMap<>();
		for (Map.Entry<RequestMappingInfo, HandlerMethod> entry : routes.getHandlerMethods().entrySet()) {
			Set<RequestMethod> methods = entry.getKey().getMethodsCondition().getMethods();
			for (String path : entry.getKey().getPatternValues()) {
				for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
					Route route = new Route(method.name(), path, rules.of(entry.getValue()));
					if (entry.getValue().getBeanType().getName().startsWith("vn.motcua")) {
						found.put(route.line(), route);
					}
				}
			}
		}
		return found.values().stream().sorted(Comparator.comparing(Route::path).thenComparing(Route::method)).toList();
	}

}
