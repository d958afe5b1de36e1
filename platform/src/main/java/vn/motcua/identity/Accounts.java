package vn.motcua.identity;

import java.util.Optional;
import java.util.UUID;

import vn.motcua.kernel.Actor;

/** Accounts of people, enterprises and officers. */
public interface Accounts {

	Optional<Account> find(UUID id);

	Optional<Account> findByLogin(String login);

	/** Account of the person or enterprise with that personal number or tax code. */
	Optional<Account> findBySubject(String subject);

	/** The account as an actor with the permissions it has now. */
	Actor actor(UUID id);

}
