package vn.motcua.identity.access;

import java.util.Optional;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.site.Visitor;

/** The actor of the request that runs on this thread. */
@Component
class CurrentVisitor implements Visitor {

	@Override
	public Optional<Actor> current() {
		return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication known ? Optional.of(known.actor())
				: Optional.empty();
	}

}
