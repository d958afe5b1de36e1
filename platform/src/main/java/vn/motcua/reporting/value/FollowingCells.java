package vn.motcua.reporting.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.formula.Formula;
import vn.motcua.reporting.formula.FormulaOrder;
import vn.motcua.reporting.formula.PlaceNames;
import vn.motcua.reporting.formula.Reference;

/**
 * The computed cells of a template that have a place in its sheets and follow from figures of the same agency, in the order in which they are computed.
 * What reads the reports below is not among them, nor what reads that: it changes without the sheet being touched.
 */
final class FollowingCells {

	private record Step(Cell cell, Formula formula) {
	}

	private final List<Step> steps;

	/** Cells of the figures that are read. */
	private final Map<Reference, Cell> read = new HashMap<>();

	private FollowingCells(List<Step> steps, int regime, Cells cells) {
		this.steps = List.copyOf(steps);
		steps.forEach(step -> step.formula().references().forEach(reference -> cells.find(regime, reference.indicator(), reference.breakdown())
			.ifPresent(cell -> read.put(reference, cell))));
	}

	/** Amounts of an earlier report of the same agency. */
	@FunctionalInterface
	interface Earlier {

		long[] amounts(Reference.When when);

	}

	/** What does not compile is left out, as on the page that is filled in. */
	static FollowingCells of(Template template, int regime, Cells cells, Indicators indicators) {
		PlaceNames names = new PlaceNames(regime, cells, indicators);
		Map<Integer, Formula> formulas = new LinkedHashMap<>();
		Map<Integer, Cell> computed = new HashMap<>();
		template.tables().stream().filter(table -> table.growing() == 0).flatMap(table -> table.cells().stream()).filter(cell -> cell.indicator() != null).forEach(cell -> {
			String text = cell.computedBy(indicators.find(cell.indicator()).orElse(null));
			Optional<Cell> place = cells.find(regime, cell.indicator(), Optional.ofNullable(cell.breakdown()).orElse(Breakdown.WHOLE));
			if (text != null && place.isPresent()) {
				Formula.number(text, names).formula().ifPresent(formula -> formulas.putIfAbsent(place.get().position(), formula));
				computed.put(place.get().position(), place.get());
			}
		});
		FormulaOrder<Integer> order = FormulaOrder.of(formulas, reference -> cells.find(regime, reference.indicator(), reference.breakdown()).map(Cell::position).orElse(-1));
		List<Step> steps = new ArrayList<>();
		Set<Integer> apart = new HashSet<>();
		for (int place : order.order()) {
			Formula formula = formulas.get(place);
			boolean below = formula.references().stream().anyMatch(reference -> reference.when() == Reference.When.BELOW
					|| reference.when() == Reference.When.NOW && cells.find(regime, reference.indicator(), reference.breakdown()).map(cell -> apart.contains(cell.position())).orElse(false));
			if (below) {
				apart.add(place);
			}
			else {
				steps.add(new Step(computed.get(place), formula));
			}
		}
		return new FollowingCells(steps, regime, cells);
	}

	boolean none() {
		return steps.isEmpty();
	}

	boolean reads(Reference.When when) {
		return read.keySet().stream().anyMatch(reference -> reference.when() == when);
	}

	/**
	 * The amounts with what follows from them. What was sent in place of a figure that cannot be computed stands; what followed from figures that are no
	 * more is emptied with them.
	 *
	 * @param before what stood in the sheet
	 */
	long[] complete(long[] before, long[] after, Earlier earlier) {
		long[] amounts = after;
		for (Step step : steps) {
			int place = step.cell().position();
			long value = value(step, amounts, earlier);
			boolean kept = value == Amounts.EMPTY && !followed(step, before, earlier);
			if (!kept && value != Amounts.at(amounts, place)) {
				amounts = Amounts.withRoom(amounts, place + 1);
				amounts[place] = value;
			}
		}
		return amounts;
	}

	private boolean followed(Step step, long[] before, Earlier earlier) {
		long stood = Amounts.at(before, step.cell().position());
		return stood != Amounts.EMPTY && stood == value(step, before, earlier);
	}

	private long value(Step step, long[] amounts, Earlier earlier) {
		BigDecimal number = step.formula().number(reference -> amount(reference, amounts, earlier));
		BigDecimal rounded = number == null ? null : number.setScale(step.cell().decimals(), RoundingMode.HALF_UP);
		return rounded == null || rounded.precision() > Amounts.DIGITS ? Amounts.EMPTY : rounded.unscaledValue().longValueExact();
	}

	private @Nullable BigDecimal amount(Reference reference, long[] amounts, Earlier earlier) {
		Cell cell = read.get(reference);
		if (cell == null) {
			return null;
		}
		long[] of = reference.when() == Reference.When.NOW ? amounts : earlier.amounts(reference.when());
		return Amounts.decimal(Amounts.at(of, cell.position()), cell.decimals());
	}

}
