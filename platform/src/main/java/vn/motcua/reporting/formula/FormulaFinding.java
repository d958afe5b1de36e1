package vn.motcua.reporting.formula;

import java.util.Map;

/**
 * What is wrong with a formula.
 *
 * @param at place in the text, from 0
 * @param rule rule that was broken; its words stand under {@code problem.reporting.formula.<rule>}
 * @param warning whether it works all the same
 */
public record FormulaFinding(int at, String rule, Map<String, Object> values, boolean warning) {

	public FormulaFinding {
		values = Map.copyOf(values);
	}

	static FormulaFinding error(int at, String rule, String name, Object value) {
		return new FormulaFinding(at, rule, Map.of(name, value), false);
	}

	public String code() {
		return "reporting.formula." + rule;
	}

}
