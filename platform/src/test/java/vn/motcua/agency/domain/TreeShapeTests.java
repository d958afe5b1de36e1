package vn.motcua.agency.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import vn.motcua.agency.Agency.Level;

/** By the shape of a day is told whether what was summed over its tree must be summed again. */
class TreeShapeTests {

	private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

	private static final LocalDate MIDDLE = LocalDate.of(2025, 7, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

	@Test
	void anotherOneWhenAnyUnitStandsElsewhere() {
		long shape = shape(commune(10, null), commune(11, null));
		assertThat(shape(commune(11, null), commune(10, null))).as("in whatever order").isEqualTo(shape);
		assertThat(shape(commune(10, null), stretch(11, 2, BEGINNING, null))).as("moved").isNotEqualTo(shape);
		assertThat(shape(commune(10, null))).as("gone").isNotEqualTo(shape);
	}

	/** What such a unit reported still counts where it stood last. */
	@Test
	void anotherOneWhenAUnitThatIsNoMoreStoodElsewhere() {
		long shape = shape(commune(10, null), commune(11, MIDDLE));
		assertThat(shape(commune(10, null), stretch(11, 2, BEGINNING, MIDDLE))).isNotEqualTo(shape);
		assertThat(shape(commune(10, null), stretch(11, 1, BEGINNING, MIDDLE.minusYears(1)), stretch(11, 2, MIDDLE.minusYears(1), MIDDLE))).as("moved before it ended").isNotEqualTo(shape);
		assertThat(shape(commune(10, null), commune(11, MIDDLE.plusDays(1)))).as("ended a day later, under the same").isEqualTo(shape);
	}

	private static Period commune(int unit, @Nullable LocalDate until) {
		return stretch(unit, 1, BEGINNING, until);
	}

	private static Period stretch(int unit, int parent, LocalDate from, @Nullable LocalDate until) {
		return new Period(unit, Level.COMMUNE, "xa", "Xã", null, null, parent, 0, from, until, Sureness.EXACT, Sureness.OPEN);
	}

	private static long shape(Period... communes) {
		List<Period> periods = new java.util.ArrayList<>();
		for (int province = 1; province <= 2; province++) {
			periods.add(new Period(province, Level.PROVINCE, "tinh", "Tỉnh", null, null, 0, 0, BEGINNING, null, Sureness.EXACT, Sureness.OPEN));
		}
		periods.addAll(List.of(communes));
		return AgencyTree.of(1, periods, List.of(), List.of()).shape(DAY);
	}

}
