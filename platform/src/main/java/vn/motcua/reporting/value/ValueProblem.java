package vn.motcua.reporting.value;

import java.util.Map;

import vn.motcua.kernel.problem.FieldProblem;

/** What is wrong with one line. */
record ValueProblem(int line, FieldProblem problem) {

	static ValueProblem of(ValueLine line, int field, String code, Map<String, Object> values) {
		return new ValueProblem(line.number, new FieldProblem("/" + ValueLine.FIELDS[field], code, values));
	}

	static ValueProblem of(ValueLine line, int field, String code) {
		return of(line, field, code, Map.of("value", line.shown(field)));
	}

}
