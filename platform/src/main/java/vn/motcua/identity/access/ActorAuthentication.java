package vn.motcua.identity.access;

import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import vn.motcua.kernel.Actor;

/** A signed-in actor in Spring Security's words; the name is the account. */
final class ActorAuthentication extends AbstractAuthenticationToken {

	private final transient Actor actor;

	ActorAuthentication(Actor actor) {
		super(List.of());
		this.actor = actor;
		setAuthenticated(true);
	}

	Actor actor() {
		return actor;
	}

	@Override
	public Object getPrincipal() {
		return actor;
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public String getName() {
		return actor.account().toString();
	}

}
