package vn.motcua.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.kernel.calendar.TimeLimit.Unit;

class TimeLimitTests {

	@Test
	void isWithinAnotherOnlyWhereThatIsSureWheneverItBegins() {
		assertThat(of(5, Unit.WORKING_DAY).within(of(5, Unit.WORKING_DAY))).isTrue();
		assertThat(of(6, Unit.WORKING_DAY).within(of(5, Unit.WORKING_DAY))).isFalse();
		assertThat(of(8, Unit.WORKING_HOUR).within(of(1, Unit.WORKING_DAY))).isTrue();
		assertThat(of(9, Unit.WORKING_HOUR).within(of(1, Unit.WORKING_DAY))).isFalse();
		assertThat(of(28, Unit.CALENDAR_DAY).within(of(1, Unit.MONTH))).isTrue();
		assertThat(of(29, Unit.CALENDAR_DAY).within(of(1, Unit.MONTH))).isFalse();
		assertThat(of(1, Unit.MONTH).within(of(30, Unit.CALENDAR_DAY))).isFalse();
		assertThat(of(1, Unit.CALENDAR_DAY).within(of(5, Unit.WORKING_DAY))).as("a weekend may lie between").isFalse();
	}

	@Test
	void holdsSoManyWorkingHoursAtLeast() {
		assertThat(of(6, Unit.WORKING_HOUR).workingHours()).isEqualTo(6);
		assertThat(of(3, Unit.WORKING_DAY).workingHours()).isEqualTo(24);
		assertThat(of(1, Unit.CALENDAR_DAY).workingHours()).as("from Friday it is due on Monday").isEqualTo(8);
		assertThat(of(4, Unit.CALENDAR_DAY).workingHours()).as("Friday to Tuesday").isEqualTo(16);
		assertThat(of(15, Unit.CALENDAR_DAY).workingHours()).as("Thursday to Friday of the week after next").isEqualTo(88);
		assertThat(of(1, Unit.MONTH).workingHours()).isEqualTo(160);
		assertThat(of(0, Unit.WORKING_DAY).workingHours()).isZero();
	}

	private static TimeLimit of(int amount, Unit unit) {
		return new TimeLimit(amount, unit);
	}

}
