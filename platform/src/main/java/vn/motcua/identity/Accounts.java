package vn.motcua.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;

/** Accounts of people, enterprises and officers. */
public interface Accounts {

	Optional<Account> find(UUID id);

	Optional<Account> findByLogin(String login);

	/** Account of the person or enterprise with that personal number or tax code. */
	Optional<Account> findBySubject(String subject);

	/** Language of messages to the holders of accounts; those that are not there are left out. One round trip for many. */
	Map<UUID, String> languages(Collection<UUID> ids);

	/** The account as an actor with the permissions it has now; an officer acts for the first of {@link #agencies}. */
	Actor actor(UUID id);

	/** The account acting for one of its agencies; for its first where it has no role at that one any more. */
	Actor actor(UUID id, @Nullable AgencyId agency);

	/** Officers who may do something today at one of these agencies, or anywhere when none is named; at most 200. */
	List<UUID> officers(Permission permission, Collection<AgencyId> agencies);

	/** Agencies where the account holds a role today, the first granted first; empty for citizens and enterprises. */
	List<AgencyId> agencies(UUID id);

}
