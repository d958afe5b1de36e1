package vn.motcua.reporting.value;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.reporting.value.ReportFixture.cell;
import static vn.motcua.reporting.value.ReportFixture.clerk;
import static vn.motcua.reporting.value.ReportFixture.key;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
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
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.CellSpec;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.Totals.Tally;
import vn.motcua.reporting.Totals.Total;
import vn.motcua.reporting.ValueSource;

/**
 * Whatever is saved, corrected, emptied, sent and returned at once by many, while the tree of past days is changed under it: every total is what a
 * recount of the raw entries over the tree of its day says.
 */
class TotalsPropertyTests {

	private static final int PROVINCES = 3;

	private static final int FIRST_UNIT = 9_000_000;

	private static final int PLACES = 6;

	private static ReportFixture fixture;

	private final Random random = new Random(20_200_819);

	private final List<Integer> units = new ArrayList<>();

	private final List<Integer> communes = new ArrayList<>();

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
		plant();
		regime = fixture.regime("PROPERTY", cell("P01", 0, Aggregation.SUM), cell("P02", 2, Aggregation.MEAN), cell("P03", 0, Aggregation.MIN),
				cell("P04", 0, Aggregation.MAX), new CellSpec(new IndicatorCode("P05"), Breakdown.WHOLE, 1, Aggregation.WEIGHTED_MEAN, new IndicatorCode("P01")),
				cell("P06", 0, Aggregation.NONE));
		for (int month = 1; month <= 4; month++) {
			months.add(fixture.month(regime, LocalDate.of(2022, month, 1)));
		}
		for (int round = 0; round < 5; round++) {
			disturb(round % 2 * 10);
			fixture.fold();
			check();
			changeTree();
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
			changeTree();
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
			default -> {
				List<CellChange> changes = new ArrayList<>();
				for (int place = 0; place < PLACES; place++) {
					if (own.nextInt(3) > 0) {
						changes.add(new CellChange(place, own.nextInt(5) == 0 ? null : BigDecimal.valueOf(own.nextInt(2_000) - 500), null));
					}
				}
				fixture.sheets().save(key, changes, own.nextInt(6) == 0 ? ValueSource.CORRECTED : ValueSource.TYPED, actor);
			}
		}
	}

	private void check() {
		Map<SheetKey, long[]> sheets = new HashMap<>();
		fixture.jdbc().query("select period, agency, places, amounts from reporting.entry where regime = ? order by period, agency, version", row -> {
			long[] sheet = sheets.computeIfAbsent(key(regime, row.getObject("period", LocalDate.class), readInt(row, "agency")), _ -> emptied());
			Short[] places = (Short[]) row.getArray("places").getArray();
			Long[] amounts = (Long[]) row.getArray("amounts").getArray();
			for (int index = 0; index < places.length; index++) {
				sheet[places[index]] = amounts[index];
			}
		}, regime);
		Map<LocalDate, Map<Integer, List<long[]>>> under = new TreeMap<>();
		sheets.forEach((key, amounts) -> above(key).forEach(unit -> under.computeIfAbsent(key.period(), _ -> new TreeMap<>())
			.computeIfAbsent(unit, _ -> new ArrayList<>()).add(amounts)));
		for (LocalDate month : months) {
			Map<Integer, List<long[]>> expected = under.getOrDefault(month, Map.of());
			for (Total total : fixture.totals().totals(regime, month, month, everyUnit())) {
				assertThat(total.amounts()).as(month + " unit " + total.unit()).containsExactly(expected(expected.getOrDefault(total.unit(), List.of())));
				assertThat(total.counts()).containsExactly(counts(expected.getOrDefault(total.unit(), List.of())));
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

	private static long[] expected(List<long[]> sheets) {
		long[] amounts = emptied();
		for (int place = 0; place < PLACES; place++) {
			int at = place;
			long[] values = sheets.stream().mapToLong(sheet -> sheet[at]).filter(value -> value != Totals.EMPTY).toArray();
			if (values.length > 0) {
				amounts[place] = switch (place) {
					case 0, 1 -> Arrays.stream(values).sum();
					case 2 -> Arrays.stream(values).min().orElseThrow();
					case 3 -> Arrays.stream(values).max().orElseThrow();
					case 4 -> weighted(sheets);
					default -> Totals.EMPTY;
				};
			}
		}
		return amounts;
	}

	private static long weighted(List<long[]> sheets) {
		BigInteger products = BigInteger.ZERO;
		BigInteger weights = BigInteger.ZERO;
		for (long[] sheet : sheets) {
			if (sheet[4] != Totals.EMPTY && sheet[0] != Totals.EMPTY) {
				products = products.add(BigInteger.valueOf(sheet[4]).multiply(BigInteger.valueOf(sheet[0])));
				weights = weights.add(BigInteger.valueOf(sheet[0]));
			}
		}
		return weights.signum() == 0 ? Totals.EMPTY : new BigDecimal(products).divide(new BigDecimal(weights), 0, RoundingMode.HALF_UP).longValueExact();
	}

	private static int[] counts(List<long[]> sheets) {
		int[] counts = new int[PLACES];
		sheets.forEach(sheet -> Arrays.setAll(counts, place -> counts[place] + (sheet[place] == Totals.EMPTY ? 0 : 1)));
		return counts;
	}

	private static long[] emptied() {
		long[] amounts = new long[PLACES];
		Arrays.fill(amounts, Totals.EMPTY);
		return amounts;
	}

	private static int readInt(java.sql.ResultSet row, String column) {
		try {
			return row.getInt(column);
		}
		catch (java.sql.SQLException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	/** A small country beside the real one. */
	private void plant() {
		int next = FIRST_UNIT;
		for (int province = 0; province < PROVINCES; province++) {
			int above = unit(next++, "province", null);
			unit(next++, "department", above);
			for (int district = 0; district < 2 + random.nextInt(2); district++) {
				int middle = unit(next++, "district", above);
				for (int commune = 0; commune < 2 + random.nextInt(3); commune++) {
					communes.add(unit(next++, "commune", middle));
				}
			}
		}
		refreshTree();
	}

	private int unit(int number, String level, Integer parent) {
		fixture.jdbc().update("insert into agency.unit (id, level, origin) values (?, ?, 'imported')", number, level);
		fixture.jdbc().update("""
				insert into agency.period (unit, valid_from, kind, name, parent, from_sure, until_sure) values (?, date '2000-01-01', 'test', 'Đơn vị', ?, 'exact', 'open')""",
				number, parent);
		units.add(number);
		return number;
	}

	/** A commune moves to another district or ends in the middle of the months; or what was known of it from the beginning was wrong. */
	private void changeTree() {
		int commune = communes.get(random.nextInt(communes.size()));
		List<Integer> districts = fixture.jdbc().queryForList("select id from agency.unit where level = 'district' and id >= ? order by id", Integer.class, FIRST_UNIT);
		int district = districts.get(random.nextInt(districts.size()));
		LocalDate on = LocalDate.of(2022, 1 + random.nextInt(4), 1 + random.nextInt(28));
		fixture.jdbc().update("delete from agency.period where unit = ? and valid_from > date '2000-01-01'", commune);
		switch (random.nextInt(3)) {
			case 0 -> fixture.jdbc().update("update agency.period set parent = ?, valid_until = null where unit = ?", district, commune);
			case 1 -> {
				fixture.jdbc().update("update agency.period set valid_until = ? where unit = ?", on, commune);
				fixture.jdbc().update("""
						insert into agency.period (unit, valid_from, kind, name, parent, from_sure, until_sure) values (?, ?, 'test', 'Đơn vị', ?, 'exact', 'open')""",
						commune, on, district);
			}
			default -> fixture.jdbc().update("update agency.period set valid_until = ? where unit = ?", on, commune);
		}
		refreshTree();
		assertThat(fixture.agencies().withAncestors(new AgencyId(commune), on)).isNotEmpty();
	}

	private void refreshTree() {
		fixture.jdbc().update("update agency.tree_state set version = version + 1");
		fixture.agencies().refresh();
	}

}
