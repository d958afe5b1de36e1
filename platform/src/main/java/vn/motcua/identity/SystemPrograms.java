package vn.motcua.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;

/**
 * OAuth 2 programs of agencies' systems: what asks {@code /oauth2/token} for tokens of its own. Who may have one is decided by the
 * room of the exchange, which also writes it down.
 */
public interface SystemPrograms {

	/** What the authorization server knows of a system. */
	record Known(String clientId, String name, @Nullable AgencyId agency) {
	}

	/** The account that stands for a system in every record; it follows from the client id. */
	static UUID account(String clientId) {
		return UUID.nameUUIDFromBytes(("client:" + clientId).getBytes(StandardCharsets.UTF_8));
	}

	/** All that are in force, by client id. */
	List<Known> all();

}
