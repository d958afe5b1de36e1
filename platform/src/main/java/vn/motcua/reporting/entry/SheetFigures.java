package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.EarlierPeriods;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.formula.Figures;
import vn.motcua.reporting.formula.Reference;

/** Figures that formulas of one report read: its own amounts, and, read when first asked for, those of earlier periods and of the units below. */
final class SheetFigures implements Figures {

	private final ReportForm form;

	private final Map<Integer, BigDecimal> own;

	private final Cells cells;

	private final Sheets sheets;

	private final Totals totals;

	private final EarlierPeriods earlier;

	private final Agencies agencies;

	private @Nullable Map<Integer, BigDecimal> before;

	private @Nullable Map<Integer, BigDecimal> yearAgo;

	private @Nullable List<Totals.Total> unitsBelow;

	private @Nullable List<Sheets.Sheet> communesBelow;

	SheetFigures(ReportForm form, Map<Integer, BigDecimal> own, Cells cells, Sheets sheets, Totals totals, EarlierPeriods earlier,
			Agencies agencies) {
		this.form = form;
		this.own = own;
		this.cells = cells;
		this.sheets = sheets;
		this.totals = totals;
		this.earlier = earlier;
		this.agencies = agencies;
	}

	@Override
	public @Nullable BigDecimal amount(Reference reference) {
		Cell cell = cells.find(form.address().regime().number(), reference.indicator(), reference.breakdown()).orElse(null);
		if (cell == null) {
			return null;
		}
		return switch (reference.when()) {
			case NOW -> own.get(cell.position());
			case PREVIOUS -> before().get(cell.position());
			case LAST_YEAR -> yearAgo().get(cell.position());
			case BELOW -> below(cell);
		};
	}

	/** Sum over the units below, each with all under it; {@code null} where none gave a value, and for what does not add up over units. */
	@Nullable BigDecimal below(Cell cell) {
		if (cell.overUnits() != Aggregation.SUM) {
			return null;
		}
		Stream<BigDecimal> units = unitsBelow().stream().filter(total -> cell.position() < total.amounts().length && total.amounts()[cell.position()] != Totals.EMPTY)
			.map(total -> BigDecimal.valueOf(total.amounts()[cell.position()], cell.decimals()));
		Stream<BigDecimal> communes = communesBelow().stream().map(sheet -> sheet.amounts().get(cell.position())).filter(Objects::nonNull);
		return Stream.concat(units, communes).reduce(BigDecimal::add).orElse(null);
	}

	private List<Totals.Total> unitsBelow() {
		if (unitsBelow == null) {
			SheetKey key = form.address().key();
			List<Integer> units = Arrays.stream(Agency.Level.values()).filter(level -> level != Agency.Level.COMMUNE).flatMap(this::children)
				.map(unit -> unit.id().value()).toList();
			unitsBelow = units.isEmpty() ? List.of() : totals.totals(key.regime(), key.period(), key.period(), units);
		}
		return unitsBelow;
	}

	/** Communes have no totals: their sheet is all there is. */
	private List<Sheets.Sheet> communesBelow() {
		if (communesBelow == null) {
			SheetKey key = form.address().key();
			List<SheetKey> keys = children(Agency.Level.COMMUNE).map(commune -> new SheetKey(key.regime(), key.period(), commune.id())).toList();
			communesBelow = keys.isEmpty() ? List.of() : sheets.sheets(keys);
		}
		return communesBelow;
	}

	private Stream<Agency> children(Agency.Level level) {
		return agencies.children(form.address().key().agency(), level, form.address().opening().period().to()).stream();
	}

	private Map<Integer, BigDecimal> before() {
		if (before == null) {
			before = earlier.before(form.address().key(), form.address().regime().periodType()).map(sheets::sheet).map(Sheets.Sheet::amounts).orElse(Map.of());
		}
		return before;
	}

	private Map<Integer, BigDecimal> yearAgo() {
		if (yearAgo == null) {
			yearAgo = earlier.yearAgo(form.address().key()).map(sheets::sheet).map(Sheets.Sheet::amounts).orElse(Map.of());
		}
		return yearAgo;
	}

}
