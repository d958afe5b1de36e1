package vn.motcua.identity.access;

import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, as the authorization server can store it: the account's id and nothing else. Whoever has still to set up
 * the second factor is nobody here.
 */
@Component
public class NamedPrincipals implements SecurityContextRepository {

	private final SignedIn signedIn;

	NamedPrincipals(SignedIn signedIn) {
		this.signedIn = signedIn;
	}

	@Override
	@SuppressWarnings("deprecation")
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		HttpServletRequest request = holder.getRequest();
		if (signedIn.limited(request)) {
			return new SecurityContextImpl();
		}
		return signedIn.actor(request).<SecurityContext>map(actor -> new SecurityContextImpl(
				UsernamePasswordAuthenticationToken.authenticated(actor.account().toString(), null, List.of(signedInAt(request)))))
			.orElseGet(SecurityContextImpl::new);
	}

	/** When the person proved who they are; identity tokens carry it as {@code auth_time}. */
	private static FactorGrantedAuthority signedInAt(HttpServletRequest request) {
		Instant at = Instant.ofEpochMilli(request.getSession().getCreationTime());
		return FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY).issuedAt(at).build();
	}

	/** {@link SignedIn} writes the session. */
	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return signedIn.actor(request).isPresent();
	}

}
