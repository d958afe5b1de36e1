package vn.motcua.agency.importing;

import java.util.Map;

import vn.motcua.kernel.problem.FieldProblem;

/**
 * What is wrong with one field of one line.
 *
 * @param rule rule that was broken, under {@code problem.agency.import.<rule>}
 * @param value what stands there
 */
public record LineProblem(int line, String field, String rule, String value) {

	private static final int SHOWN = 80;

	static LineProblem of(RawLine line, Column column, String rule) {
		return of(line.number(), column, rule, line.get(column));
	}

	static LineProblem of(int line, Column column, String rule, String value) {
		return new LineProblem(line, column.heading(), rule, value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value);
	}

	public String code() {
		return "agency.import." + rule;
	}

	public FieldProblem fieldProblem() {
		return new FieldProblem("/lines/" + line + "/" + field, code(), Map.of("line", line, "field", field, "value", value));
	}

}
