package vn.motcua.agency.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

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

	/** Lives with gaps, moves and ends, on every day on which something changes and beside it. */
	@Test
	void isForEveryDayWhatOneWouldWorkOutForItAlone() {
		Random random = new Random(20_783);
		for (int round = 0; round < 40; round++) {
			List<Period> periods = new ArrayList<>();
			for (int province = 1; province <= 3; province++) {
				periods.add(new Period(province, Level.PROVINCE, "tinh", "Tỉnh", null, null, 0, 0, BEGINNING, random.nextBoolean() ? null : BEGINNING.plusDays(60), Sureness.EXACT, Sureness.OPEN));
			}
			for (int unit = 10; unit < 20; unit++) {
				int day = random.nextInt(20);
				for (int stretch = random.nextInt(4); stretch >= 0; stretch--) {
					LocalDate from = BEGINNING.plusDays(day);
					day += 1 + random.nextInt(30);
					periods.add(stretch(unit, 1 + random.nextInt(3), from, stretch == 0 && random.nextBoolean() ? null : BEGINNING.plusDays(day)));
					day += random.nextBoolean() ? 0 : 1 + random.nextInt(10);
				}
			}
			AgencyTree tree = AgencyTree.of(1, periods, List.of(), List.of());
			for (int day = -1; day < 170; day++) {
				LocalDate on = BEGINNING.plusDays(day);
				assertThat(tree.shape(on)).as("round " + round + ", " + on).isEqualTo(alone(tree, periods, on));
			}
		}
	}

	private static long alone(AgencyTree tree, List<Period> periods, LocalDate on) {
		long standing = periods.stream().filter(period -> period.covers(on)).mapToLong(period -> mixed((long) period.unit() << 32 | period.parent())).sum();
		return standing + periods.stream().mapToInt(Period::unit).distinct().filter(unit -> tree.find(unit, on).isEmpty()).mapToLong(unit -> line(tree, unit, on)).sum();
	}

	private static long line(AgencyTree tree, int unit, LocalDate on) {
		Period nearest = tree.nearest(unit, on).orElseThrow();
		LocalDate day = AgencyTree.dayWithin(nearest, on);
		long line = unit;
		for (Optional<Period> above = Optional.of(nearest); above.isPresent(); above = tree.find(above.get().parent(), day)) {
			line = mixed(line ^ (long) above.get().unit() << 32 ^ above.get().parent());
		}
		return line;
	}

	/** What is kept with periods was mixed so: another mixture would have all of them counted again. */
	private static long mixed(long value) {
		long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
		return mixed ^ mixed >>> 31;
	}

	private static Period commune(int unit, @Nullable LocalDate until) {
		return stretch(unit, 1, BEGINNING, until);
	}

	private static Period stretch(int unit, int parent, LocalDate from, @Nullable LocalDate until) {
		return new Period(unit, Level.COMMUNE, "xa", "Xã", null, null, parent, 0, from, until, Sureness.EXACT, Sureness.OPEN);
	}

	private static long shape(Period... communes) {
		List<Period> periods = new ArrayList<>();
		for (int province = 1; province <= 2; province++) {
			periods.add(new Period(province, Level.PROVINCE, "tinh", "Tỉnh", null, null, 0, 0, BEGINNING, null, Sureness.EXACT, Sureness.OPEN));
		}
		periods.addAll(List.of(communes));
		return AgencyTree.of(1, periods, List.of(), List.of()).shape(DAY);
	}

}
