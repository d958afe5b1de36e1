package vn.motcua.reporting.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.formula.Formula;
import vn.motcua.reporting.formula.FormulaNames;
import vn.motcua.reporting.formula.FormulaOrder;
import vn.motcua.reporting.formula.PlaceNames;
import vn.motcua.reporting.formula.PlacedCheck;

/**
 * Formulas of a form's computed cells in the order in which they are computed, and rules of its checks. What does not compile is left out: the designer
 * refuses it, and a template that was published before must still be filled in.
 *
 * @param computed by the id of the cell, each after those it reads
 * @param rules by the id of the check where it is looked at
 * @param cells computed cells by their id; those without a place stand in the form only
 */
public record FormFormulas(Map<String, Formula> computed, Map<String, Rule> rules, Map<String, FormTable.FormCell> cells) {

	/** A check where it is looked at, compiled. */
	public record Rule(PlacedCheck check, Formula formula) {
	}

	static FormFormulas of(List<FormTable> tables, Template template, int regime, Cells places, Indicators indicators) {
		FormulaNames names = new PlaceNames(regime, places, indicators);
		Map<String, Formula> formulas = new LinkedHashMap<>();
		Map<String, FormTable.FormCell> cells = new LinkedHashMap<>();
		tables.forEach(table -> table.rows().forEach(row -> row.cells().stream().filter(FormTable.FormCell::computed).forEach(cell -> {
			String id = EntryPage.id(table, cell);
			Formula.number(cell.formula(), names).formula().ifPresent(formula -> {
				if (formulas.putIfAbsent(id, formula) == null) {
					cells.put(id, cell);
				}
			});
		})));
		FormulaOrder<String> order = FormulaOrder.of(formulas, reference -> places.find(regime, reference.indicator(), reference.breakdown())
			.map(place -> "c" + place.position()).orElse("?"));
		Map<String, Formula> ordered = new LinkedHashMap<>();
		order.order().forEach(id -> ordered.put(id, formulas.get(id)));
		Map<String, Rule> rules = new LinkedHashMap<>();
		template.checks().stream().flatMap(check -> PlacedCheck.of(template, check).stream())
			.forEach(placed -> Formula.rule(placed.rule(), names).formula().ifPresent(rule -> rules.put(placed.id(), new Rule(placed, rule))));
		return new FormFormulas(ordered, rules, cells);
	}

}
