package vn.motcua.sandbox.year;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import vn.motcua.sdk.Status;

/**
 * One thing that happened to a dossier.
 *
 * @param status what it became
 * @param at when it happened
 * @param enteredAt when somebody entered it, and it could be sent
 * @param dueAt the moment promised with it, {@code null} where it promises none
 * @param note in the agency's words
 * @param officer who did it
 * @param paidVnd what was paid with it
 * @param wrong an officer's slip that never happened
 */
public record Step(Status status, Instant at, Instant enteredAt, @Nullable Instant dueAt, @Nullable String note, String officer, long paidVnd, boolean wrong) {

	Step at(Instant other) {
		return new Step(status, other, enteredAt.isBefore(other) ? other : enteredAt, dueAt, note, officer, paidVnd, wrong);
	}

	Step enteredAt(Instant other) {
		return new Step(status, at, other, dueAt, note, officer, paidVnd, wrong);
	}

	Step is(Status other) {
		return new Step(other, at, enteredAt, dueAt, note, officer, paidVnd, wrong);
	}

	Step due(@Nullable Instant other) {
		return new Step(status, at, enteredAt, other, note, officer, paidVnd, wrong);
	}

}
