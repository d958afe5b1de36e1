package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.EarlierPeriods;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.formula.Formula;
import vn.motcua.reporting.formula.Reference;

/** Computes the cells of a report that have a formula. */
@Component
class ComputedCells {

	private final Cells cells;

	private final Sheets sheets;

	private final Totals totals;

	private final EarlierPeriods earlier;

	private final Agencies agencies;

	ComputedCells(Cells cells, Sheets sheets, Totals totals, EarlierPeriods earlier, Agencies agencies) {
		this.cells = cells;
		this.sheets = sheets;
		this.totals = totals;
		this.earlier = earlier;
		this.agencies = agencies;
	}

	/** Places of computed cells. */
	List<Integer> places(ReportForm form) {
		return form.formulas().cells().values().stream().filter(cell -> cell.place() != null).map(cell -> cell.place().position()).toList();
	}

	/** What the computed cells with a place are, from the reported ones; without those that cannot be computed. */
	Map<Integer, BigDecimal> of(ReportForm form, Map<Integer, BigDecimal> amounts) {
		Map<Integer, BigDecimal> sums = new HashMap<>();
		Map<String, BigDecimal> all = drawn(form, amounts);
		form.formulas().cells().forEach((id, cell) -> {
			if (cell.place() != null && all.containsKey(id)) {
				sums.put(cell.place().position(), all.get(id));
			}
		});
		return sums;
	}

	/** The same by the id of the cell, with those that stand in the form only. */
	Map<String, BigDecimal> drawn(ReportForm form, Map<Integer, BigDecimal> amounts) {
		return drawn(form, amounts, _ -> true);
	}

	private Map<String, BigDecimal> drawn(ReportForm form, Map<Integer, BigDecimal> amounts, Predicate<Formula> wanted) {
		if (form.formulas().computed().isEmpty()) {
			return Map.of();
		}
		Map<Integer, BigDecimal> all = new HashMap<>(amounts);
		Map<String, BigDecimal> values = new LinkedHashMap<>();
		SheetFigures figures = figures(form, all);
		form.formulas().computed().forEach((id, formula) -> {
			if (!wanted.test(formula)) {
				return;
			}
			FormTable.FormCell cell = form.formulas().cells().get(id);
			BigDecimal value = formula.number(figures);
			BigDecimal rounded = value == null ? null : value.setScale(cell.decimals(), RoundingMode.HALF_UP);
			if (rounded != null && rounded.precision() > TypedNumber.MOST_DIGITS) {
				rounded = null;
			}
			if (rounded != null) {
				values.put(id, rounded);
			}
			if (cell.place() != null) {
				all.put(cell.place().position(), rounded);
			}
		});
		return values;
	}

	/** Cells that follow from others of the same form, from sums over many reports. What reads earlier reports or those below is as it was summed, also for those that follow from it. */
	Map<String, BigDecimal> summed(ReportForm form, Map<Integer, BigDecimal> amounts) {
		return drawn(form, amounts, formula -> formula.references().stream().allMatch(reference -> reference.when() == Reference.When.NOW));
	}

	SheetFigures figures(ReportForm form, Map<Integer, BigDecimal> amounts) {
		return new SheetFigures(form, amounts, cells, sheets, totals, earlier, agencies);
	}

	/** Formula of a cell for a spreadsheet, empty while all it reads is; {@code null} when it reads what does not stand on the sheet. */
	static @Nullable String excel(ReportForm form, FormTable table, FormTable.FormCell cell, Map<Integer, String> addresses) {
		Formula formula = form.formulas().computed().get(EntryPage.id(table, cell));
		if (formula == null) {
			return null;
		}
		java.util.function.Function<Reference, @Nullable String> address = reference -> reference.when() != Reference.When.NOW ? null
				: form.byPlace().values().stream().filter(each -> each.place().indicator().equals(reference.indicator()) && each.place().breakdown().equals(reference.breakdown()))
					.findFirst().map(each -> addresses.get(each.place().position())).orElse(null);
		String written = formula.spreadsheet(address);
		if (written == null) {
			return null;
		}
		List<String> read = formula.references().stream().map(address).sorted().toList();
		return read.isEmpty() || read.size() > 200 ? written : "IF(COUNT(" + String.join(",", read) + ")=0,\"\"," + written + ")";
	}

}
