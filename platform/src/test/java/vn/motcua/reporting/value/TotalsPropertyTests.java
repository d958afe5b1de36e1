package vn.motcua.reporting.value;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.reporting.value.ReportFixture.cell;
import static vn.motcua.reporting.value.ReportFixture.clerk;
import static vn.motcua.reporting.value.ReportFixture.key;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.CellSpec;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.Totals.Tally;
import vn.motcua.reporting.Totals.Total;
import vn.motcua.reporting.ValueSource;

/**
 * Whatever is saved, sent by systems, corrected, emptied, sent up and returned at once by many, while the tree of past days is changed under it: every total is what a
 * recount of the raw entries over the tree of its day says, computed figures with the others.
 */
class TotalsPropertyTests {

	/** The others are computed from these. */
	private static final int REPORTED = 6;

	private static ReportFixture fixture;

	/** The same country and the same work on every day; {@code -Dtest.seed=N} for others. */
	private final long seed = Long.getLong("test.seed", 20_783);

	private final Random random = new Random(seed);

	private SmallCountry country;

	private List<Integer> units;

	private int regime;

	private final List<LocalDate> months = new ArrayList<>();

	@BeforeAll
	static void open() {
		fixture = new ReportFixture();
	}

	@AfterAll
	static void close() {
		fixture.close();
	}

	@Test
	void totalsAreWhatTheRawEntriesSay() throws Exception {
		try {
			disturbAndCheck();
		}
		catch (AssertionError differs) {
			throw new AssertionError("with -Dtest.seed=" + seed, differs);
		}
	}

	private void disturbAndCheck() throws Exception {
		country = new SmallCountry(fixture, random);
		units = country.units();
		regime = fixture.regime("PROPERTY", cell("P01", 0, Aggregation.SUM), cell("P02", 2, Aggregation.MEAN), cell("P03", 0, Aggregation.MIN),
				cell("P04", 0, Aggregation.MAX), new CellSpec(new IndicatorCode("P05"), Breakdown.WHOLE, 1, Aggregation.WEIGHTED_MEAN, new IndicatorCode("P01")),
				new CellSpec(new IndicatorCode("P06"), Breakdown.WHOLE, 0, Aggregation.NONE, new IndicatorCode("P01")), cell("P07", 0, Aggregation.SUM), cell("P08", 1, Aggregation.SUM));
		fixture.computed(regime, Map.of("P08", "P07 / 3", "P07", "P01 + P04"));
		for (int month = 1; month <= 4; month++) {
			months.add(fixture.month(regime, LocalDate.of(2022, month, 1)));
		}
		for (int round = 0; round < 5; round++) {
			disturb(round % 2 * 10);
			fixture.fold();
			check();
			country.change();
			if (round % 2 == 0) {
				disturb(0);
			}
			fixture.fold();
			check();
		}
		assertThat(fixture.get(ValueCheck.class).verify().told()).isEmpty();
	}

	/** Several clerks and folding nodes at once, and now and then who changes the tree under their hands. */
	private void disturb(int treeChanges) throws Exception {
		List<Callable<Void>> work = new ArrayList<>();
		for (int clerk = 0; clerk < 6; clerk++) {
			long seed = random.nextLong();
			Actor actor = clerk("clerk-" + clerk, 1);
			work.add(() -> {
				Random own = new Random(seed);
				for (int act = 0; act < 25; act++) {
					act(own, actor);
				}
				return null;
			});
		}
		for (int node = 0; node < 2; node++) {
			work.add(() -> {
				for (int step = 0; step < 30; step++) {
					fixture.get(Fold.class).next().outdated().forEach(fixture.get(Fold.class)::recount);
				}
				return null;
			});
		}
		work.addAll(java.util.Collections.nCopies(treeChanges, () -> {
			country.change();
			return null;
		}));
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Void> done : threads.invokeAll(work)) {
				done.get();
			}
		}
	}

	private void act(Random own, Actor actor) {
		SheetKey key = key(regime, months.get(own.nextInt(months.size())), units.get(own.nextInt(units.size())));
		switch (own.nextInt(8)) {
			case 0 -> fixture.totals().count(key, List.of(Tally.EXPECTED, Tally.SENT), List.of());
			case 1 -> fixture.totals().count(key, List.of(Tally.RETURNED), List.of(Tally.SENT));
			case 2 -> bulk(own, actor);
			default -> {
				List<CellChange> changes = new ArrayList<>();
				for (int place = 0; place < REPORTED; place++) {
					if (own.nextInt(3) > 0) {
						changes.add(new CellChange(place, own.nextInt(5) == 0 ? null : BigDecimal.valueOf(own.nextInt(2_000) - 500), null));
					}
				}
				fixture.sheets().save(key, changes, own.nextInt(6) == 0 ? ValueSource.CORRECTED : ValueSource.TYPED, actor);
			}
		}
	}

	/** What a system sends of several agencies, a few or many at once. */
	private void bulk(Random own, Actor actor) {
		try {
			fixture.get(BulkIntake.class).take(actor, false, InputStream.nullInputStream(), _ -> {
				ValueBatch batch = new ValueBatch();
				int sheets = 1 + own.nextInt(8);
				int from = own.nextInt(units.size() - sheets);
				LocalDate month = months.get(own.nextInt(months.size()));
				for (int sheet = 0; sheet < sheets; sheet++) {
					int number = batch.sheet(regime, month, units.get(from + sheet), 1);
					for (int place = own.nextInt(2); place < REPORTED; place += 1 + own.nextInt(2)) {
						batch.add(number, place, own.nextInt(6) == 0 ? Totals.EMPTY : own.nextInt(2_000) - 500, 1);
					}
				}
				return batch;
			});
		}
		catch (ProblemException busy) {
			assertThat(busy.code()).isEqualTo(ReportingProblem.BUSY);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private void check() {
		Map<SheetKey, long[]> sheets = new HashMap<>();
		fixture.jdbc().query("select period, agency, places, amounts from reporting.entry where regime = ? order by period, agency, version", row -> {
			long[] sheet = sheets.computeIfAbsent(key(regime, row.getObject("period", LocalDate.class), readInt(row, "agency")), _ -> ReferenceTotals.emptied());
			Short[] places = (Short[]) row.getArray("places").getArray();
			Long[] amounts = (Long[]) row.getArray("amounts").getArray();
			for (int index = 0; index < places.length; index++) {
				sheet[places[index]] = amounts[index];
			}
		}, regime);
		sheets.values().forEach(ReferenceTotals::checkComputed);
		Map<LocalDate, Map<Integer, List<long[]>>> under = new TreeMap<>();
		sheets.forEach((key, amounts) -> above(key).forEach(unit -> under.computeIfAbsent(key.period(), _ -> new TreeMap<>())
			.computeIfAbsent(unit, _ -> new ArrayList<>()).add(amounts)));
		for (LocalDate month : months) {
			Map<Integer, List<long[]>> expected = under.getOrDefault(month, Map.of());
			for (Total total : fixture.totals().totals(regime, month, month, everyUnit())) {
				assertThat(total.amounts()).as(month + " unit " + total.unit()).containsExactly(ReferenceTotals.amounts(expected.getOrDefault(total.unit(), List.of())));
				assertThat(weights(total)).as("weights of " + month + " unit " + total.unit()).containsExactly(ReferenceTotals.weights(expected.getOrDefault(total.unit(), List.of())));
				assertThat(total.counts()).containsExactly(ReferenceTotals.counts(expected.getOrDefault(total.unit(), List.of())));
				assertThat(total.tallies()).as("tallies of " + month + " unit " + total.unit()).containsExactly(tallies(month, total.unit()));
			}
			assertThat(fixture.totals().totals(regime, month, month, everyUnit()).stream().map(Total::unit).toList()).containsAll(expected.keySet());
		}
	}

	private List<Integer> everyUnit() {
		List<Integer> all = new ArrayList<>(units);
		all.add(Totals.COUNTRY);
		return all;
	}

	/** By the tree of the month's last day, in words of its own. */
	private List<Integer> above(SheetKey key) {
		List<Integer> above = new ArrayList<>(List.of(Totals.COUNTRY));
		fixture.agencies().withAncestors(key.agency(), key.period().plusMonths(1).minusDays(1)).stream().filter(unit -> unit.level() != Agency.Level.COMMUNE)
			.forEach(unit -> above.add(unit.id().value()));
		return above;
	}

	private int[] tallies(LocalDate month, int unit) {
		int[] sums = new int[Tally.values().length];
		fixture.jdbc().query("select agency, tallies from reporting.tally where regime = ? and period = ?", row -> {
			if (above(key(regime, month, readInt(row, "agency"))).contains(unit)) {
				Short[] tallies = (Short[]) row.getArray("tallies").getArray();
				Arrays.setAll(sums, i -> sums[i] + tallies[i]);
			}
		}, regime, month);
		return sums;
	}

	private static long[] weights(Total total) {
		long[] weights = ReferenceTotals.emptied();
		System.arraycopy(total.weights(), 0, weights, 0, total.weights().length);
		return weights;
	}

	private static int readInt(java.sql.ResultSet row, String column) {
		try {
			return row.getInt(column);
		}
		catch (java.sql.SQLException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

}
