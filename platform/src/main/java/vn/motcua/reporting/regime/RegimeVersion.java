package vn.motcua.reporting.regime;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Template;

/**
 * One version of a regime. A published one does not change but for its end.
 *
 * @param edition counts changes of a draft, by which two designers notice each other
 */
record RegimeVersion(int regime, int number, State state, LocalDate validFrom, @Nullable LocalDate validUntil, RegimeContent content, Template template, int edition,
		Instant changedAt, String changedBy) {

	enum State {
		DRAFT, PUBLISHED, ENDED
	}

	RegimeVersion with(RegimeContent other) {
		return new RegimeVersion(regime, number, state, validFrom, validUntil, other, template, edition, changedAt, changedBy);
	}

	RegimeVersion with(Template other) {
		return new RegimeVersion(regime, number, state, validFrom, validUntil, content, other, edition, changedAt, changedBy);
	}

	RegimeVersion at(Instant moment) {
		return new RegimeVersion(regime, number, state, validFrom, validUntil, content, template, edition, moment, changedBy);
	}

	/** In force from its first day on, until the other day when there is one. */
	RegimeVersion published(LocalDate from, @Nullable LocalDate until) {
		return new RegimeVersion(regime, number, State.PUBLISHED, from, until, content, template, edition, changedAt, changedBy);
	}

	boolean inForce(LocalDate on) {
		return state == State.PUBLISHED && !validFrom.isAfter(on) && (validUntil == null || validUntil.isAfter(on));
	}

}
