package vn.motcua.kernel.problem;

import java.util.Map;

/**
 * What is wrong with one field of the input.
 *
 * @param pointer RFC 6901 pointer into the input, for example {@code /answers/child/name}
 * @param code rule that was broken, for example {@code form.required}; its words stand under {@code problem.<code>}
 * @param values named values for the words, for example {@code max → 100}
 */
public record FieldProblem(String pointer, String code, Map<String, Object> values) {

	public FieldProblem {
		values = Map.copyOf(values);
	}

	public static FieldProblem of(String pointer, String code) {
		return new FieldProblem(pointer, code, Map.of());
	}

	public static FieldProblem of(String pointer, String code, String name, Object value) {
		return new FieldProblem(pointer, code, Map.of(name, value));
	}

}
