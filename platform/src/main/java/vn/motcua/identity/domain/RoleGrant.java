package vn.motcua.identity.domain;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.identity.Role;
import vn.motcua.kernel.AgencyId;

/**
 * A role of an officer at an agency.
 *
 * @param until last day, {@code null} while no end is set
 */
public record RoleGrant(long number, UUID account, Role role, AgencyId agency, LocalDate from, @Nullable LocalDate until, boolean ended) {

	public boolean validOn(LocalDate day) {
		return !ended && !day.isBefore(from) && (until == null || !day.isAfter(until));
	}

}
