package vn.motcua.site.problem;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers for whatever a handler throws. */
@ControllerAdvice
class ProblemAdvice {

	private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

	private final ProblemAnswers answers;

	ProblemAdvice(ProblemAnswers answers) {
		this.answers = answers;
	}

	/** The reader has gone; there is nobody to answer. */
	@ExceptionHandler(AsyncRequestNotUsableException.class)
	void gone() {
	}

	@ExceptionHandler(Exception.class)
	void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
		if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
			throw thrown;
		}
		if (thrown instanceof IOException && thrown.getClass().getSimpleName().equals("ClientAbortException")) {
			return;
		}
		Problem problem = Problems.of(thrown);
		if (problem.status() >= 500) {
			LOG.error("{} {} failed", request.getMethod(), route(request), thrown);
		}
		if (thrown instanceof ErrorResponse spring && spring.getHeaders().getFirst(HttpHeaders.ALLOW) instanceof String allowed) {
			response.setHeader(HttpHeaders.ALLOW, allowed);
		}
		answers.write(problem, request, response);
	}

	static Object route(HttpServletRequest request) {
		Object pattern = request.getAttribute(org.springframework.web.servlet.HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return pattern == null ? "(no route)" : pattern;
	}

}
