package vn.motcua.identity.access;

import java.io.IOException;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Many files in one request are taken from people who are signed in only: parts are written to disk before anybody is asked who sends them. */
class LargeUploadFilter extends OncePerRequestFilter {

	static final long MOST_BYTES_OF_STRANGERS = 64L * 1024 * 1024;

	private final Refusals refusals;

	LargeUploadFilter(Refusals refusals) {
		this.refusals = refusals;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String type = request.getContentType();
		long length = request.getContentLengthLong();
		return type == null || !type.regionMatches(true, 0, "multipart/", 0, 10) || length >= 0 && length <= MOST_BYTES_OF_STRANGERS;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		if (SecurityContextHolder.getContext().getAuthentication() == null) {
			refusals.write(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "identity.upload-needs-sign-in");
			return;
		}
		chain.doFilter(request, response);
	}

}
