package vn.motcua.identity.access;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;

/** On interfaces, an {@code Authorization} header alone says who calls: a session beside it does not count. RFC 6750. */
class BearerFilter extends OncePerRequestFilter {

	private static final String SCHEME = "Bearer ";

	private static final int LONGEST = 8_000;

	private final BearerActors actors;

	private final Refusals refusals;

	BearerFilter(BearerActors actors, Refusals refusals) {
		this.actors = actors;
		this.refusals = refusals;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !AccessInterceptor.isApi(request) || sessionInBody(request) || request.getHeader(HttpHeaders.AUTHORIZATION) == null;
	}

	/** The interface of today's one-stop systems: its envelope says who calls; a header that was for another gateway says nothing here, nor does a cookie. */
	static boolean sessionInBody(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/lienthong/mapi");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		Optional<Actor> actor = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && header.length() <= LONGEST
				? actors.actor(header.substring(SCHEME.length()).strip(), ClientCertificate.thumbprint(request)) : Optional.empty();
		if (actor.isEmpty()) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
			refusals.write(request, response, HttpServletResponse.SC_UNAUTHORIZED, "identity.token");
			return;
		}
		request.setAttribute(CurrentActor.BEARER, actor.get());
		SecurityContextHolder.setContext(new SecurityContextImpl(new ActorAuthentication(actor.get())));
		try {
			chain.doFilter(request, response);
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
