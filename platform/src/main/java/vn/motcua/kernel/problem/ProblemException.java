package vn.motcua.kernel.problem;

import java.util.List;
import java.util.Map;

/** A refusal on its way to the reader: answered as RFC 9457 to a machine, as a page with the same words to a person. */
public final class ProblemException extends RuntimeException {

	private final transient ProblemCode code;

	private final transient Map<String, Object> values;

	private final transient List<FieldProblem> fields;

	public ProblemException(ProblemCode code) {
		this(code, Map.of(), List.of());
	}

	public ProblemException(ProblemCode code, String name, Object value) {
		this(code, Map.of(name, value), List.of());
	}

	public ProblemException(ProblemCode code, List<FieldProblem> fields) {
		this(code, Map.of(), fields);
	}

	public ProblemException(ProblemCode code, Map<String, Object> values, List<FieldProblem> fields) {
		super(code.code(), null, false, false);
		this.code = code;
		this.values = Map.copyOf(values);
		this.fields = List.copyOf(fields);
	}

	public ProblemCode code() {
		return code;
	}

	public Map<String, Object> values() {
		return values;
	}

	public List<FieldProblem> fields() {
		return fields;
	}

}
