package vn.motcua.catalogue.domain;

import java.time.LocalDate;

import vn.motcua.catalogue.PublicationFigures.DecisionDays;
import vn.motcua.kernel.calendar.WorkingCalendar;

/**
 * Whether a decision came in time: taken at least 20 working days before it holds by a ministry and 5 by a province, entered
 * at most 10 and 5 working days after it was taken (Decision 766/QĐ-TTg, indexes 1.1 and 1.2). The day of the decision itself
 * is not counted.
 */
final class DecisionTiming {

	private static final int BEFORE_EFFECT_MINISTRY = 20;

	private static final int BEFORE_EFFECT_PROVINCE = 5;

	private static final int ENTRY_MINISTRY = 10;

	private static final int ENTRY_PROVINCE = 5;

	/** Longer is counted as this. */
	private static final int MOST_DAYS = 400;

	private final WorkingCalendar calendar;

	DecisionTiming(WorkingCalendar calendar) {
		this.calendar = calendar;
	}

	/** @param province whether the agency that decided is a province or under one */
	record Decided(String number, LocalDate decidedOn, LocalDate effectiveOn, LocalDate enteredOn, boolean province) {
	}

	DecisionDays beforeEffect(Decided decision) {
		return days(decision, decision.effectiveOn(), decision.province() ? BEFORE_EFFECT_PROVINCE : BEFORE_EFFECT_MINISTRY);
	}

	DecisionDays untilEntry(Decided decision) {
		return days(decision, decision.enteredOn(), decision.province() ? ENTRY_PROVINCE : ENTRY_MINISTRY);
	}

	static boolean decidedInTime(DecisionDays days) {
		return days.workingDays() >= days.limitDays();
	}

	static boolean enteredInTime(DecisionDays days) {
		return days.workingDays() <= days.limitDays();
	}

	private DecisionDays days(Decided decision, LocalDate until, int limit) {
		int days = 0;
		for (LocalDate day = decision.decidedOn().plusDays(1); !day.isAfter(until) && days < MOST_DAYS; day = day.plusDays(1)) {
			days += calendar.workingDay(day) ? 1 : 0;
		}
		return new DecisionDays(decision.number(), decision.decidedOn(), decision.effectiveOn(), decision.enteredOn(), days, limit);
	}

}
