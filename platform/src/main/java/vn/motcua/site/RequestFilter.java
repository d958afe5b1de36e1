package vn.motcua.site;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

/**
 * Outermost: gives every request a trace id that stands in its answer and in every line it logs, sends the headers that keep
 * a browser to our own script and styles, and writes one line of the request log.
 */
final class RequestFilter extends HttpFilter {

	/** Request attribute with the trace id. */
	static final String TRACE = "motcua.trace";

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
			+ "connect-src 'self'; manifest-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

	private final RequestLog log;

	RequestFilter(RequestLog log) {
		this.log = log;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		if (request.getDispatcherType() != DispatcherType.REQUEST) {
			chain.doFilter(request, response);
			return;
		}
		long startedAtNs = System.nanoTime();
		String trace = newTrace();
		request.setAttribute(TRACE, trace);
		MDC.put("traceId", trace);
		boolean failed = true;
		try {
			headers(response, trace);
			chain.doFilter(request, response);
			failed = false;
		}
		finally {
			MDC.remove("traceId");
			log.write(request, failed ? 500 : response.getStatus(), trace, System.nanoTime() - startedAtNs);
		}
	}

	static String traceOf(HttpServletRequest request) {
		return request.getAttribute(TRACE) instanceof String trace ? trace : newTrace();
	}

	private static void headers(HttpServletResponse response, String trace) {
		response.setHeader("X-Trace-Id", trace);
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "same-origin");
		response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
		response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
	}

	private static String newTrace() {
		return Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
	}

}
