package vn.motcua.reporting.regime;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import vn.motcua.kernel.problem.FieldProblem;

/**
 * What was noticed about an Excel form.
 *
 * @param where sheet and cell, {@code Biểu 1!D7}; empty for the whole file
 * @param rule words stand under {@code problem.reporting.form.<rule>}
 * @param warning whether the form is taken all the same
 */
public record FormFinding(String where, String rule, Map<String, Object> values, boolean warning) {

	private static final int MOST_SHOWN = 200;

	static FormFinding error(String where, String rule) {
		return new FormFinding(where, rule, Map.of(), false);
	}

	static FormFinding warning(String where, String rule, String name, Object value) {
		return new FormFinding(where, rule, Map.of(name, value), true);
	}

	/** What needs a look first, what was taken last; not more than a page holds. */
	public static List<FormFinding> worstFirst(List<FormFinding> findings) {
		return findings.stream().sorted(Comparator.comparing((FormFinding finding) -> finding.taken()).thenComparing(FormFinding::warning)).limit(MOST_SHOWN).toList();
	}

	/** Whether it says what was taken over as it stood. */
	public boolean taken() {
		return rule.endsWith("-taken");
	}

	public FieldProblem problem() {
		return new FieldProblem("/tep", "reporting.form." + rule, values);
	}

}
