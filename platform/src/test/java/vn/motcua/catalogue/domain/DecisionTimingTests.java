package vn.motcua.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import vn.motcua.agency.WorkingCalendars;
import vn.motcua.catalogue.PublicationFigures.DecisionDays;
import vn.motcua.catalogue.domain.DecisionTiming.Decided;

/** Decision 766/QĐ-TTg, indexes 1.1 and 1.2: 20 and 5 working days before effect, 10 and 5 until entry. */
class DecisionTimingTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

	private final DecisionTiming timing = new DecisionTiming(WorkingCalendars.packaged());

	@Test
	void aMinistryDecidesTwentyWorkingDaysBeforeItHolds() {
		assertThat(DecisionTiming.decidedInTime(before(MONDAY.plusDays(28), false))).as("four weeks are twenty working days").isTrue();
		assertThat(DecisionTiming.decidedInTime(before(MONDAY.plusDays(27), false))).isFalse();
	}

	@Test
	void aProvinceDecidesFiveWorkingDaysBeforeItHolds() {
		assertThat(DecisionTiming.decidedInTime(before(MONDAY.plusDays(7), true))).isTrue();
		assertThat(DecisionTiming.decidedInTime(before(MONDAY.plusDays(6), true))).isFalse();
	}

	@Test
	void isEnteredWithinTenOrFiveWorkingDays() {
		assertThat(DecisionTiming.enteredInTime(entry(MONDAY.plusDays(14), false))).isTrue();
		assertThat(DecisionTiming.enteredInTime(entry(MONDAY.plusDays(15), false))).isFalse();
		assertThat(DecisionTiming.enteredInTime(entry(MONDAY.plusDays(7), true))).isTrue();
		assertThat(DecisionTiming.enteredInTime(entry(MONDAY.plusDays(8), true))).isFalse();
	}

	private DecisionDays before(LocalDate effectiveOn, boolean province) {
		return timing.beforeEffect(new Decided("1/QĐ-BTP", MONDAY, effectiveOn, MONDAY, province));
	}

	private DecisionDays entry(LocalDate enteredOn, boolean province) {
		return timing.untilEntry(new Decided("1/QĐ-BTP", MONDAY, MONDAY, enteredOn, province));
	}

}
