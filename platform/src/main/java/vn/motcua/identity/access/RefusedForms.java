package vn.motcua.identity.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.problem.CommonProblem;

/** A form without its token: most often one that stood open until the session had ended. The person signs in again. */
@Component
class RefusedForms implements AccessDeniedHandler {

	private final CurrentVisitor visitor;

	RefusedForms(CurrentVisitor visitor) {
		this.visitor = visitor;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
		if (AccessInterceptor.isApi(request)) {
			response.setStatus(HttpServletResponse.SC_FORBIDDEN);
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getWriter().write("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"code\":\"" + CommonProblem.FORBIDDEN.code()
					+ "\",\"detail\":\"A request in a session needs the header X-CSRF-TOKEN.\"}");
		}
		else if (visitor.current().isEmpty()) {
			response.sendRedirect("/dang-nhap?het-phien");
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

}
