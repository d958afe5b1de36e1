package vn.motcua.site;

import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Path and query a reader asked for, without the choice of language. */
final class RequestedUrl {

	private RequestedUrl() {
	}

	static String of(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = failed instanceof String original ? original : request.getRequestURI();
		String query = request.getQueryString();
		if (query == null || failed != null) {
			return path;
		}
		String kept = Arrays.stream(query.split("&")).filter(part -> !part.startsWith("lang=") && !part.isEmpty()).collect(Collectors.joining("&"));
		return kept.isEmpty() ? path : path + "?" + kept;
	}

}
