package vn.motcua.identity.access;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Reads the actor out of the session only when somebody asks, so that a page for strangers asks the database nothing. */
@Component
class SessionActors implements SecurityContextRepository {

	private final SignedIn signedIn;

	SessionActors(SignedIn signedIn) {
		this.signedIn = signedIn;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return new Deferred(() -> signedIn.actor(request).<SecurityContext>map(actor -> new SecurityContextImpl(new ActorAuthentication(actor)))
			.orElseGet(SecurityContextImpl::new));
	}

	@Override
	@SuppressWarnings("deprecation")
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return loadDeferredContext(holder.getRequest()).get();
	}

	/** {@link SignedIn} writes the session. */
	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return signedIn.actor(request).isPresent();
	}

	private static final class Deferred implements DeferredSecurityContext {

		private final Supplier<SecurityContext> read;

		private SecurityContext context;

		private Deferred(Supplier<SecurityContext> read) {
			this.read = read;
		}

		@Override
		public SecurityContext get() {
			if (context == null) {
				context = read.get();
			}
			return context;
		}

		@Override
		public boolean isGenerated() {
			return get().getAuthentication() == null;
		}

	}

}
