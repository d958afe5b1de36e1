package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
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

	private @Nullable Map<Integer, BigDecimal> before;

	private @Nullable Map<Integer, BigDecimal> yearAgo;

	private @Nullable Optional<Totals.Total> total;

	SheetFigures(ReportForm form, Map<Integer, BigDecimal> own, Cells cells, Sheets sheets, Totals totals, EarlierPeriods earlier) {
		this.form = form;
		this.own = own;
		this.cells = cells;
		this.sheets = sheets;
		this.totals = totals;
		this.earlier = earlier;
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

	/** Sum of the units below: the total of the unit without its own sheet. */
	@Nullable BigDecimal below(Cell cell) {
		if (total == null) {
			SheetKey key = form.address().key();
			total = totals.totals(key.regime(), key.period(), key.period(), List.of(key.agency().value())).stream().findFirst();
		}
		if (total.isEmpty() || cell.position() >= total.get().amounts().length || total.get().amounts()[cell.position()] == Totals.EMPTY) {
			return null;
		}
		BigDecimal own = this.own.get(cell.position());
		int others = total.get().counts()[cell.position()] - (own == null ? 0 : 1);
		BigDecimal sum = BigDecimal.valueOf(total.get().amounts()[cell.position()], cell.decimals());
		return others <= 0 ? null : own == null ? sum : sum.subtract(own);
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
