package vn.motcua.site;

import jakarta.servlet.http.HttpServletRequest;

/** The trace id of a request, which stands in its answer and its log lines. */
public final class Traces {

	private Traces() {
	}

	public static String of(HttpServletRequest request) {
		return RequestFilter.traceOf(request);
	}

}
