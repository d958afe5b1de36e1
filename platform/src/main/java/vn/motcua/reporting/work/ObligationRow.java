package vn.motcua.reporting.work;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Reports.Obligation;
import vn.motcua.reporting.Reports.State;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Totals.Tally;

/**
 * An obligation as it stands in the database.
 *
 * @param receiver number of the agency it goes to, 0 for the regime's owner
 * @param graceUntil until when it is still on time, {@code null} when that is the deadline
 * @param moved whether it has a deadline of its own
 * @param correcting whether it was opened again after it was accepted
 */
public record ObligationRow(SheetKey key, State state, int receiver, Instant dueAt, @Nullable Instant graceUntil, boolean moved, @Nullable Instant sentAt,
		@Nullable UUID assignee, @Nullable String assigneeName, int version, @Nullable Integer signedVersion, boolean correcting, Instant changedAt) {

	/** Until when it counts as on time. */
	public Instant onTimeUntil() {
		return graceUntil == null ? dueAt : graceUntil;
	}

	/** Sent too late, or not sent though its time has passed. */
	public boolean late(Instant now) {
		return (sentAt == null ? now : sentAt).isAfter(onTimeUntil());
	}

	/** It lies with the receiver or has passed there. */
	public boolean handedIn() {
		return switch (state) {
			case SENT, RECEIVED, ACCEPTED, AGGREGATED, CLOSED -> true;
			case OPEN, DRAFTING, CHECKED, APPROVED, RETURNED -> correcting;
		};
	}

	/** Its period was closed without it and its time is over. */
	boolean shut(Opening opening, Instant now) {
		return opening.closedAt() != null && overdue(now);
	}

	/** Not handed in, and its time is over: nothing more is taken once the period is closed. */
	boolean overdue(Instant now) {
		return !handedIn() && late(now);
	}

	/** What it counts as in the totals. */
	Set<Tally> tallies() {
		EnumSet<Tally> tallies = EnumSet.of(Tally.EXPECTED);
		if (state != State.OPEN) {
			tallies.add(Tally.STARTED);
		}
		if (handedIn()) {
			tallies.add(Tally.SENT);
			if (sentAt != null && !sentAt.isAfter(onTimeUntil())) {
				tallies.add(Tally.SENT_ON_TIME);
			}
		}
		if (state == State.ACCEPTED || state == State.AGGREGATED || state == State.CLOSED) {
			tallies.add(Tally.ACCEPTED);
		}
		if (state == State.RETURNED) {
			tallies.add(Tally.RETURNED);
		}
		return tallies;
	}

	Obligation obligation(Instant now) {
		return new Obligation(key, state, receiver == 0 ? null : new AgencyId(receiver), dueAt, sentAt, late(now), version, signedVersion);
	}

	ObligationRow to(State next, Instant at) {
		return new ObligationRow(key, next, receiver, dueAt, graceUntil, moved, sentAt, assignee, assigneeName, version, signedVersion, correcting, at);
	}

	/** The deadline becomes its own; grace was for the period's. */
	ObligationRow due(Instant newDueAt) {
		return new ObligationRow(key, state, receiver, newDueAt, null, true, sentAt, assignee, assigneeName, version, signedVersion, correcting, changedAt);
	}

	ObligationRow sent(@Nullable Instant at) {
		return new ObligationRow(key, state, receiver, dueAt, graceUntil, moved, at, assignee, assigneeName, version, signedVersion, correcting, changedAt);
	}

	ObligationRow correcting(boolean now) {
		return new ObligationRow(key, state, receiver, dueAt, graceUntil, moved, sentAt, assignee, assigneeName, version, signedVersion, now, changedAt);
	}

	ObligationRow signed(int number) {
		return new ObligationRow(key, state, receiver, dueAt, graceUntil, moved, sentAt, assignee, assigneeName, version, number, correcting, changedAt);
	}

	ObligationRow assigned(@Nullable UUID account, @Nullable String name) {
		return new ObligationRow(key, state, receiver, dueAt, graceUntil, moved, sentAt, account, name, version, signedVersion, correcting, changedAt);
	}

}
