package vn.motcua.identity.access;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * Lets a request reach its handler only when the handler is public or the actor has the permission it names. A stranger is
 * sent to sign in and comes back afterwards; a program gets 401.
 */
@Component
class AccessInterceptor implements HandlerInterceptor {

	private final AccessRules rules;

	private final CurrentVisitor visitor;

	AccessInterceptor(AccessRules rules, CurrentVisitor visitor) {
		this.rules = rules;
		this.visitor = visitor;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			return true;
		}
		return switch (rules.of(handler)) {
			case AccessRules.Rule.Open open -> true;
			case AccessRules.Rule.Closed closed -> throw new ProblemException(CommonProblem.FORBIDDEN);
			case AccessRules.Rule.Needs needs -> {
				Optional<Actor> actor = visitor.current();
				if (actor.isEmpty()) {
					yield stranger(request, response);
				}
				if (!actor.get().may(needs.permission())) {
					throw new ProblemException(needs.otherwise());
				}
				yield true;
			}
		};
	}

	private static boolean stranger(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (isApi(request)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			throw new ProblemException(CommonProblem.SIGN_IN);
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.sendRedirect("/dang-nhap" + comingBack(request));
		return false;
	}

	static boolean isApi(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/");
	}

	/** Only a page that was read can be gone back to; a form that was posted is not posted again. */
	private static String comingBack(HttpServletRequest request) {
		if (!request.getMethod().equals("GET")) {
			return "";
		}
		String query = request.getQueryString();
		String page = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
		return page.length() > 2_000 ? "" : "?tiep=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
	}

}
