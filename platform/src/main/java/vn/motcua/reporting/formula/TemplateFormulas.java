package vn.motcua.reporting.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Template;

/** The computed cells and the checks of a template, compiled once. */
public final class TemplateFormulas {

	/** Told of one check, which may be looked at in many rows. */
	private static final int MOST_FINDINGS = 5;

	/**
	 * A computed cell.
	 *
	 * @param figure what it gives, {@code null} when it is no indicator
	 * @param decimals digits after the point that it is rounded to
	 */
	public record Computed(String table, Template.TableCell cell, @Nullable Reference figure, int decimals, Formula formula) {
	}

	public record Rule(PlacedCheck check, Formula formula) {
	}

	/** @param where {@code B01/R1/C2} or the code of a check */
	public record Finding(String where, FormulaFinding finding) {
	}

	private final List<Computed> computed;

	private final List<Rule> rules;

	private final List<Finding> findings;

	private final Map<Reference, String> places = new HashMap<>();

	private TemplateFormulas(List<Computed> computed, List<Rule> rules, List<Finding> findings) {
		this.computed = List.copyOf(computed);
		this.computed.forEach(one -> {
			if (one.figure() != null) {
				places.putIfAbsent(one.figure(), place(one.table(), one.cell()));
			}
		});
		this.rules = List.copyOf(rules);
		this.findings = List.copyOf(findings);
	}

	/** With findings that are no warnings, what they are of is left out. */
	public static TemplateFormulas of(Template template, Function<IndicatorCode, Optional<Indicator>> indicators) {
		TemplateNames names = new TemplateNames(template, indicators);
		List<Finding> findings = new ArrayList<>();
		Map<String, Computed> cells = new LinkedHashMap<>();
		Map<Reference, String> places = new HashMap<>();
		for (Template.Table table : template.tables()) {
			for (Template.TableCell cell : table.cells()) {
				computed(table, cell, names, indicators, findings).ifPresent(one -> {
					String place = place(table.code(), cell);
					cells.put(place, one);
					if (one.figure() != null) {
						places.putIfAbsent(one.figure(), place);
					}
				});
			}
		}
		List<Rule> rules = new ArrayList<>();
		for (Template.Check check : template.checks()) {
			List<FormulaFinding> wrong = new ArrayList<>();
			for (PlacedCheck placed : PlacedCheck.of(template, check, wrong)) {
				Formula.Compiled compiled = Formula.rule(placed.rule(), names);
				compiled.findings().stream().filter(finding -> !wrong.contains(finding)).forEach(wrong::add);
				compiled.formula().ifPresent(formula -> rules.add(new Rule(placed, formula)));
			}
			wrong.stream().limit(MOST_FINDINGS).forEach(finding -> findings.add(new Finding(check.code(), finding)));
		}
		return new TemplateFormulas(ordered(cells, places, findings), rules, findings);
	}

	/** In an order in which each needs only those before it. */
	public List<Computed> computed() {
		return computed;
	}

	public List<Rule> rules() {
		return rules;
	}

	public List<Finding> findings() {
		return findings;
	}

	/**
	 * Values of the computed cells by {@code table/row/column}; missing ones are not in it. Figures of the report itself that are computed are read from
	 * what was just computed.
	 */
	public Map<String, BigDecimal> compute(Figures reported) {
		Map<String, BigDecimal> values = new LinkedHashMap<>();
		Figures all = with(reported, values);
		for (Computed one : computed) {
			BigDecimal value = one.formula().number(all);
			if (value != null) {
				values.put(place(one.table(), one.cell()), value.setScale(one.decimals(), RoundingMode.HALF_UP));
			}
		}
		return values;
	}

	/** Computed figures by reference, then what was reported; for checks and words that name figures. */
	public Figures figures(Figures reported) {
		return with(reported, compute(reported));
	}

	private Figures with(Figures reported, Map<String, BigDecimal> values) {
		return reference -> {
			String place = places.get(reference);
			return place == null ? reported.amount(reference) : values.get(place);
		};
	}

	private static Optional<Computed> computed(Template.Table table, Template.TableCell cell, TemplateNames names, Function<IndicatorCode, Optional<Indicator>> indicators,
			List<Finding> findings) {
		if (cell.formula() == null) {
			return Optional.empty();
		}
		Formula.Compiled compiled = Formula.number(cell.formula(), names);
		compiled.findings().forEach(finding -> findings.add(new Finding(place(table.code(), cell), finding)));
		IndicatorCode code = cell.indicator();
		Reference figure = code == null ? null : new Reference(code, cell.breakdown(), Reference.When.NOW);
		int decimals = code == null ? table.columns().stream().filter(column -> column.code().equals(cell.column())).mapToInt(Template.Column::decimals).findFirst().orElse(0)
				: indicators.apply(code).map(Indicator::decimals).orElse(0);
		return compiled.formula().map(formula -> new Computed(table.code(), cell, figure, decimals, formula));
	}

	private static List<Computed> ordered(Map<String, Computed> cells, Map<Reference, String> places, List<Finding> findings) {
		Map<String, Formula> formulas = new LinkedHashMap<>();
		cells.forEach((place, one) -> formulas.put(place, one.formula()));
		FormulaOrder<String> order = FormulaOrder.of(formulas, reference -> places.getOrDefault(reference, ""));
		if (!order.cycle().isEmpty()) {
			String cycle = order.cycle().stream().map(place -> name(cells.get(place), place)).collect(java.util.stream.Collectors.joining(" → "));
			findings.add(new Finding(order.cycle().getFirst(), FormulaFinding.error(0, "cycle", "cycle", cycle)));
			return List.of();
		}
		return order.order().stream().map(cells::get).toList();
	}

	private static String name(@Nullable Computed one, String place) {
		return one == null || one.figure() == null ? place : one.figure().toString();
	}

	private static String place(String table, Template.TableCell cell) {
		return table + "/" + cell.row() + "/" + cell.column();
	}

}
