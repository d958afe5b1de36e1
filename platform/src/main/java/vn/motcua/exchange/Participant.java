package vn.motcua.exchange;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.ProcedureCode;

/**
 * A system of an agency that takes part (<i>hệ thống tham gia kết nối</i>).
 *
 * @param id the account that stands as the sender in every record of the system
 * @param clientId its name at {@code /oauth2/token}
 * @param agency whose system it is
 * @param state what the centre said of it
 * @param quota most that it may send
 */
public record Participant(UUID id, String clientId, AgencyId agency, Profile profile, State state, Quota quota, Course course) {

	public enum State {
		/** Its agency registered it; the centre has not decided. */
		REGISTERED,
		/** It may call. */
		APPROVED,
		/** The centre said no. */
		REFUSED,
		/** It may not call for now. */
		SUSPENDED,
		/** It is no more. */
		ENDED
	}

	/**
	 * What its agency says of it.
	 *
	 * @param agencies it speaks for, each with those under it; empty for its own agency
	 * @param procedures it speaks of; empty for all
	 * @param takesPortal dossiers that people hand in on the portal go into this system
	 * @param reports it delivers figures of reports: asked for, and once it is approved as the centre decided
	 */
	public record Profile(String name, Contact contact, String purpose, String ground, Set<AgencyId> agencies, Set<ProcedureCode> procedures,
			boolean takesPortal, boolean reports, long expectedLinesADay) {

		public Profile {
			agencies = Set.copyOf(agencies);
			procedures = Set.copyOf(procedures);
		}

	}

	/** Whom to call when something is wrong. */
	public record Contact(String name, String email, String phone) {
	}

	public record Quota(long linesADay, int callsAMinute) {
	}

	/** Who registered it and who decided last, with the reason of a refusal, a suspension or an end. */
	public record Course(UUID registeredBy, String registeredByName, Instant registeredAt, @Nullable String decidedByName, @Nullable Instant decidedAt,
			@Nullable String reason) {
	}

	public String name() {
		return profile.name();
	}

	/** Agencies it speaks for, each with those under it. */
	public Set<AgencyId> agencies() {
		return profile.agencies().isEmpty() ? Set.of(agency) : profile.agencies();
	}

	/** Also of a province's copy of a procedure it speaks of. */
	public boolean speaksOf(ProcedureCode procedure) {
		return profile.procedures().isEmpty() || profile.procedures().contains(procedure) || profile.procedures().contains(procedure.national());
	}

}
