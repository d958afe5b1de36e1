package vn.motcua.site;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What is known of a request: its trace id, which stands in its answer and its log lines, and why it was refused. */
public final class Traces {

	private static final String REFUSAL = "motcua.refusal";

	private Traces() {
	}

	public static String of(HttpServletRequest request) {
		return RequestFilter.traceOf(request);
	}

	/** Says why a request was refused, by the code of the problem. */
	public static void refused(HttpServletRequest request, String code) {
		request.setAttribute(REFUSAL, code);
	}

	public static @Nullable String refusal(HttpServletRequest request) {
		return request.getAttribute(REFUSAL) instanceof String code ? code : null;
	}

}
