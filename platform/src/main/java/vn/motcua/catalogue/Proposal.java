package vn.motcua.catalogue;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.ProcedureCode;

/**
 * A proposal to publish, amend or abolish a service (<i>đề nghị công bố, bãi bỏ</i>), decided by another person than the
 * one who made it.
 *
 * @param basedOn newest version when it was made, 0 for none
 * @param digest SHA-256 of the bundle, {@code null} for an abolition
 * @param reason why it was refused
 * @param version what it became, {@code null} for an abolition and before
 */
public record Proposal(UUID id, ProcedureCode code, Kind kind, State state, int basedOn, @Nullable String digest, PublicationDecision decision,
		Person proposer, Instant proposedAt, @Nullable Person closer, @Nullable Instant closedAt, @Nullable String reason, @Nullable Integer version) {

	public enum Kind {
		PUBLICATION, ABOLITION
	}

	public enum State {
		OPEN, APPROVED, REFUSED, WITHDRAWN
	}

	public record Person(UUID account, String name) {
	}

	public boolean open() {
		return state == State.OPEN;
	}

}
