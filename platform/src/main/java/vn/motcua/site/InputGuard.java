package vn.motcua.site;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Refuses the zero character in any address part or form field: no database takes it, and no person types it. */
final class InputGuard implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		request.getParameterMap().forEach((name, values) -> {
			for (String value : values) {
				check(name, value);
			}
			check("", name);
		});
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts) {
			parts.forEach((name, value) -> check(String.valueOf(name), String.valueOf(value)));
		}
		return true;
	}

	private static void check(String name, String value) {
		if (value.indexOf('\0') >= 0) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/" + name, "common.value")));
		}
	}

}
