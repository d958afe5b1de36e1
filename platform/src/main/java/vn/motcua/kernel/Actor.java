package vn.motcua.kernel;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.access.Permission;

/**
 * Who acts: a signed-in person, an enterprise's account, an officer at an agency, or the platform itself.
 *
 * @param account account id; {@link #SYSTEM_ACCOUNT} for the platform
 * @param name name to show in timelines
 * @param subject personal number of a citizen or tax code of an enterprise, {@code null} for officers and the platform
 * @param agency agency an officer acts for, else {@code null}
 * @param permissions what this actor may do, at {@code agency} where it has one
 */
public record Actor(Kind kind, UUID account, String name, @Nullable String subject, @Nullable AgencyId agency,
		Set<Permission> permissions) {

	public enum Kind {
		CITIZEN, ENTERPRISE, OFFICER, AGENCY_SYSTEM, PLATFORM
	}

	public static final UUID SYSTEM_ACCOUNT = new UUID(0, 0);

	public Actor {
		permissions = Set.copyOf(permissions);
	}

	public static Actor platform() {
		return new Actor(Kind.PLATFORM, SYSTEM_ACCOUNT, "Một Cửa", null, null, Set.of());
	}

	public boolean may(Permission permission) {
		return permissions.contains(permission);
	}

	public boolean applicant() {
		return kind == Kind.CITIZEN || kind == Kind.ENTERPRISE;
	}

	/** Never the subject: actors end up in logs. */
	@Override
	public String toString() {
		return kind + " " + account;
	}

}
