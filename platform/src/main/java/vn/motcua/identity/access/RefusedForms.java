package vn.motcua.identity.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** A form without its token: most often one that stood open until the session had ended. The person signs in again. */
@Component
class RefusedForms implements AccessDeniedHandler {

	private final CurrentVisitor visitor;

	private final Refusals refusals;

	RefusedForms(CurrentVisitor visitor, Refusals refusals) {
		this.visitor = visitor;
		this.refusals = refusals;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
		if (AccessInterceptor.isApi(request)) {
			refusals.write(request, response, HttpServletResponse.SC_FORBIDDEN, "identity.form-token");
		}
		else if (visitor.current().isEmpty()) {
			response.sendRedirect("/dang-nhap?het-phien");
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

}
