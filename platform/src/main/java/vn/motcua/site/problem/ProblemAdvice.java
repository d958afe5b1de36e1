package vn.motcua.site.problem;

import java.io.IOException;
import java.io.InputStream;

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
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Answers for whatever a handler throws. */
@ControllerAdvice
class ProblemAdvice {

	private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

	/** Of a file that is too large: a browser reads why only after it could send all of it. */
	private static final long READ_ON = 256L << 20;

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
		if (thrown instanceof MaxUploadSizeExceededException && request.getUserPrincipal() != null) {
			readOn(request.getInputStream());
		}
		answers.write(problem, request, response);
	}

	/** Nothing of it is kept; strangers are read on to what the server allows everybody. */
	private static void readOn(InputStream body) {
		byte[] some = new byte[1 << 16];
		try {
			for (long read = 0; read < READ_ON;) {
				int more = body.read(some);
				if (more < 0) {
					return;
				}
				read += more;
			}
		}
		catch (IOException gone) {
			LOG.debug("a file that was too large did not come to its end", gone);
		}
	}

	static Object route(HttpServletRequest request) {
		Object pattern = request.getAttribute(org.springframework.web.servlet.HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return pattern == null ? "(no route)" : pattern;
	}

}
