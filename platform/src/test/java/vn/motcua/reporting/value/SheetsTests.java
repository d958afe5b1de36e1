package vn.motcua.reporting.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.reporting.value.ReportFixture.cell;
import static vn.motcua.reporting.value.ReportFixture.clerk;
import static vn.motcua.reporting.value.ReportFixture.key;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.CellSpec;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.Totals.Tally;
import vn.motcua.reporting.Totals.Total;
import vn.motcua.reporting.ValueSource;

/** Cells, sheets and totals of Bắc Ninh in August 2020. */
class SheetsTests {

	private static ReportFixture fixture;

	private static int regime;

	private static LocalDate august;

	private static int commune;

	private static int sister;

	private static int district;

	private static int province;

	private static final Actor LAN = clerk("Lan", 1);

	private static final Actor HUNG = clerk("Hùng", 1);

	@BeforeAll
	static void open() {
		fixture = new ReportFixture();
		regime = fixture.regime("TEST.THANG", cell("T01", 0, Aggregation.SUM), cell("T02", 2, Aggregation.SUM), cell("T03", 0, Aggregation.MAX),
				cell("T04", 1, Aggregation.NONE), new CellSpec(new IndicatorCode("T05"), vn.motcua.reporting.Breakdown.WHOLE, 1, Aggregation.WEIGHTED_MEAN, new IndicatorCode("T01")));
		august = fixture.month(regime, LocalDate.of(2020, 8, 1));
		Agency bacNinh = fixture.agencies().findByCode(Agency.Level.PROVINCE, "27", august).orElseThrow();
		Agency first = fixture.agencies().children(bacNinh.id(), Agency.Level.DISTRICT, august).getFirst();
		List<Agency> communes = fixture.agencies().children(first.id(), Agency.Level.COMMUNE, august);
		province = bacNinh.id().value();
		district = first.id().value();
		commune = communes.get(0).id().value();
		sister = communes.get(1).id().value();
	}

	@AfterAll
	static void close() {
		fixture.close();
	}

	@Test
	void aPlaceIsNeverMovedAndNeverGivenAway() {
		int growing = fixture.regime("TEST.GROWING", cell("G02", 0, Aggregation.SUM), cell("G01", 0, Aggregation.SUM));
		fixture.cells().register(growing, List.of(cell("G01", 0, Aggregation.SUM)));
		ReportFixture.Rows.indicator(fixture.jdbc(), "G03", 0, Aggregation.SUM);
		fixture.cells().register(growing, List.of(cell("G03", 0, Aggregation.SUM), cell("G02", 0, Aggregation.SUM)));
		assertThat(fixture.cells().of(growing)).extracting(Cell::position).containsExactly(0, 1, 2);
		assertThat(fixture.cells().of(growing)).extracting(cell -> cell.indicator().value()).containsExactly("G02", "G01", "G03");
		assertThat(fixture.cells().of(regime).get(4).weight()).isZero();
	}

	@Test
	void aValueIsInTheSheetAndInEveryTotalAbove() {
		LocalDate month = fixture.month(regime, LocalDate.of(2020, 1, 1));
		save(key(regime, month, commune), LAN, null, "12", "3.25", "7", "1.5", "2.0");
		save(key(regime, month, sister), LAN, null, "30", null, "9", "2.5", "4.0");
		fixture.fold();
		for (int unit : List.of(district, province, Totals.COUNTRY)) {
			Total total = total(month, unit);
			assertThat(total.amounts()).as("unit " + unit).containsExactly(42, 325, 9, Totals.EMPTY, 34);
			assertThat(total.counts()).containsExactly(2, 1, 2, 2, 2);
			assertThat(total.weights()).containsExactly(Totals.EMPTY, Totals.EMPTY, Totals.EMPTY, Totals.EMPTY, 42);
		}
		save(key(regime, month, sister), LAN, null, "31", null, "5", null, null);
		fixture.fold();
		assertThat(total(month, province).amounts()).containsExactly(43, 325, 7, Totals.EMPTY, 20);
		assertThat(total(month, province).counts()).containsExactly(2, 1, 2, 1, 1);
		assertThat(total(month, province).weights()[4]).as("of who gave no mean, nothing weighs").isEqualTo(12);
	}

	@Test
	void earlierVersionsStayReadable() {
		LocalDate month = fixture.month(regime, LocalDate.of(2020, 2, 1));
		SheetKey key = key(regime, month, commune);
		assertThat(fixture.sheets().sheet(key).version()).isZero();
		assertThat(save(key, LAN, null, "1", "1.5", null, null, null).version()).isOne();
		assertThat(save(key, LAN, null, "2", "1.5", null, null, null).version()).isEqualTo(2);
		assertThat(save(key, LAN, null, "2", "1.5", null, null, null).version()).as("nothing changed").isEqualTo(2);
		assertThat(save(key, LAN, null, null, null, null, null, null).version()).isEqualTo(3);
		assertThat(fixture.sheets().sheet(key, 1).amounts()).isEqualTo(Map.of(0, new BigDecimal("1"), 1, new BigDecimal("1.50")));
		assertThat(fixture.sheets().sheet(key, 2).amounts()).containsEntry(0, new BigDecimal("2"));
		assertThat(fixture.sheets().sheet(key).amounts()).isEmpty();
		assertThat(fixture.sheets().history(key, 0)).extracting(Sheets.Change::before).containsExactly(new BigDecimal("2"), new BigDecimal("1"), null);
		assertThat(fixture.sheets().changesSince(key, 1)).satisfies(since -> {
			assertThat(since.changes()).hasSize(3);
			assertThat(since.version()).isEqualTo(3);
			assertThat(since.more()).isFalse();
		});
		assertThat(fixture.sheets().changesSince(key, 3)).isEqualTo(new Sheets.Changes(List.of(), 3, false));
	}

	/** However long a report is worked on, each look reads so much; and who comes late with an old version is told of every cell that changed. */
	@Test
	void changesAreToldInSlices() {
		LocalDate month = fixture.month(regime, LocalDate.of(2020, 10, 1));
		SheetKey key = key(regime, month, commune);
		for (int at = 1; at <= 501; at++) {
			save(key, LAN, null, String.valueOf(at), at == 1 ? "1" : null, null, null, null);
		}
		Sheets.Changes first = fixture.sheets().changesSince(key, 0);
		assertThat(first.version()).isEqualTo(500);
		assertThat(first.more()).isTrue();
		Sheets.Changes last = fixture.sheets().changesSince(key, first.version());
		assertThat(last.more()).isFalse();
		assertThat(last.changes()).extracting(Sheets.Change::version).containsOnly(501);
		assertThat(fixture.sheets().came(key, ValueSource.TYPED)).isTrue();
		assertThat(fixture.sheets().came(key, ValueSource.COUNTED)).isFalse();
	}

	@Test
	void whatSomebodyElseChangedMeanwhileIsAConflict() {
		SheetKey key = key(regime, fixture.month(regime, LocalDate.of(2020, 3, 1)), commune);
		int seen = save(key, LAN, null, "1", "1", null, null, null).version();
		save(key, HUNG, seen, "5", "1", null, null, null);
		Sheets.Saved saved = save(key, LAN, seen, "6", "2", null, null, null);
		assertThat(saved.conflicts()).singleElement().satisfies(conflict -> {
			assertThat(conflict.position()).isZero();
			assertThat(conflict.amount()).isEqualTo(new BigDecimal("5"));
			assertThat(conflict.by()).isEqualTo("Hùng");
		});
		assertThat(fixture.sheets().sheet(key).amounts()).isEqualTo(Map.of(0, new BigDecimal("5"), 1, new BigDecimal("2.00")));
		assertThat(save(key, LAN, saved.version(), "6", "2", null, null, null).conflicts()).isEmpty();
	}

	@Test
	void refusesPlacesDecimalsAndDigitsThatTheCellHasNot() {
		SheetKey key = key(regime, august, commune);
		assertThatThrownBy(() -> save(key, LAN, null, "1.5", "1.005", "1000000000000000", "1", "1", "1"))
			.isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.fields()).extracting(field -> field.pointer() + " " + field.code())
				.containsExactly("/cells/0 reporting.decimals", "/cells/1 reporting.decimals", "/cells/2 reporting.digits", "/cells/5 reporting.no-such-cell"));
		assertThatThrownBy(() -> save(key(regime, LocalDate.of(1999, 1, 1), commune), LAN, null, "1")).isInstanceOf(ProblemException.class);
		save(key, LAN, null, "1.0", "1.500", "999999999999999", "1e2", null);
		assertThat(fixture.sheets().sheet(key).amounts()).containsEntry(3, new BigDecimal("100.0"));
	}

	@Test
	void reportsAreCountedLikeAmounts() {
		LocalDate month = fixture.month(regime, LocalDate.of(2020, 4, 1));
		fixture.totals().count(List.of(key(regime, month, commune), key(regime, month, sister)), List.of(Tally.EXPECTED), List.of());
		fixture.totals().count(key(regime, month, commune), List.of(Tally.STARTED, Tally.SENT, Tally.SENT_ON_TIME), List.of());
		fixture.fold();
		fixture.totals().count(key(regime, month, commune), List.of(Tally.RETURNED), List.of(Tally.SENT, Tally.SENT_ON_TIME));
		assertThat(total(month, province).tallies()).containsExactly(2, 1, 1, 1, 0, 0);
		fixture.fold();
		assertThat(total(month, province).tallies()).containsExactly(2, 1, 0, 0, 0, 1);
		assertThat(total(month, Totals.COUNTRY).amounts()).hasSize(5).containsOnly(Totals.EMPTY);
	}

	@Test
	void oneCellOfEveryAgencyComesAsAColumn() {
		LocalDate month = fixture.month(regime, LocalDate.of(2020, 5, 1));
		save(key(regime, month, commune), LAN, null, "1");
		save(key(regime, month, sister), LAN, null, "2", "0.5");
		Sheets.Column column = fixture.sheets().column(regime, 1, month, month, List.of()).getFirst();
		assertThat(column.agencies()).containsExactlyInAnyOrder(commune, sister);
		assertThat(Arrays.stream(column.amounts()).boxed()).containsExactlyInAnyOrder(Totals.EMPTY, 50L);
		assertThat(fixture.sheets().column(regime, 0, month, month, List.of(sister)).getFirst().amounts()).containsExactly(2);
	}

	/** Of many cells at once, each at a moment of its own. */
	@Test
	void tellsWhatStoodInCellsBeforeTheyWereChanged() {
		SheetKey key = key(regime, fixture.month(regime, LocalDate.of(2021, 5, 1)), sister);
		Sheets sheets = fixture.sheets();
		sheets.save(key, List.of(new CellChange(0, new BigDecimal(10), null)), ValueSource.TYPED, LAN);
		Sheets.Moment first = new Sheets.Moment(0, sheets.history(key, 0).getFirst().at());
		sheets.save(key, List.of(new CellChange(0, new BigDecimal(20), null), new CellChange(2, new BigDecimal(5), null)), ValueSource.TYPED, LAN);
		Sheets.Moment second = new Sheets.Moment(0, sheets.history(key, 0).getFirst().at());
		sheets.save(key, List.of(new CellChange(0, new BigDecimal(30), null)), ValueSource.TYPED, HUNG);
		Sheets.Moment last = new Sheets.Moment(0, sheets.history(key, 0).getFirst().at());
		Sheets.Moment empty = new Sheets.Moment(2, first.at());
		assertThat(sheets.before(key, List.of(first, second, last, empty))).containsOnlyKeys(first, second).containsEntry(first, new BigDecimal(10)).containsEntry(second, new BigDecimal(20));
		assertThat(sheets.before(key, List.of())).isEmpty();
	}

	@Test
	void theCheckFindsWhatIsWrongAndRebuildingMendsIt() {
		int own = fixture.regime("CHECKED", cell("C01", 0, Aggregation.SUM));
		LocalDate month = fixture.month(own, LocalDate.of(2022, 7, 1));
		SheetKey key = key(own, month, province);
		fixture.sheets().save(key, List.of(new CellChange(0, BigDecimal.TEN, null)), ValueSource.TYPED, clerk("Lan", 1));
		assertThat(fixture.get(ValueCheck.class).verify().differing()).as("what waits is added first").isZero();
		fixture.jdbc().update("update reporting.total set amounts = '{11}' where regime = ? and unit = 0", own);
		assertThat(fixture.get(ValueCheck.class).verify().told()).singleElement().asString().contains("total of the country");
		fixture.jdbc().update("update reporting.sheet set amounts = '{12}' where regime = ?", own);
		assertThat(fixture.get(ValueCheck.class).verify().told()).anyMatch(said -> said.contains("sheet of agency"));
		fixture.get(ValueCheck.class).rebuild();
		assertThat(fixture.get(ValueCheck.class).verify().told()).isEmpty();
		assertThat(fixture.sheets().sheet(key).amounts()).containsValue(BigDecimal.TEN);
	}

	private static Sheets.Saved save(SheetKey key, Actor actor, @Nullable Integer seen, @Nullable String... amounts) {
		List<CellChange> changes = new java.util.ArrayList<>();
		for (int place = 0; place < amounts.length; place++) {
			changes.add(new CellChange(place, amounts[place] == null ? null : new BigDecimal(amounts[place]), seen));
		}
		return fixture.sheets().save(key, changes, ValueSource.TYPED, actor);
	}

	private static Total total(LocalDate month, int unit) {
		return fixture.totals().totals(regime, month, month, List.of(unit)).getFirst();
	}

}
