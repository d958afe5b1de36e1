package vn.motcua.form;

import java.util.List;

import tools.jackson.databind.JsonNode;
import vn.motcua.kernel.problem.FieldProblem;

/** How much one set of answers may hold, whatever its form says. */
final class AnswerLimits {

	static final int MOST_REPETITIONS = 200;

	private static final int MOST_VALUES = 50_000;

	private static final int MOST_CHARACTERS = 1024 * 1024;

	private static final int DEEPEST = 12;

	private static final int LONGEST_NAME = 100;

	private int values;

	private long characters;

	private AnswerLimits() {
	}

	/** The first limit that is passed; empty when all are kept. */
	static List<FieldProblem> check(JsonNode answers) {
		if (!answers.isObject()) {
			return List.of(FieldProblem.of("", "form.object"));
		}
		String passed = new AnswerLimits().passed(answers, 1);
		return passed.isEmpty() ? List.of() : List.of(FieldProblem.of("", passed));
	}

	private String passed(JsonNode node, int depth) {
		values++;
		if (depth > DEEPEST) {
			return "form.too-deep";
		}
		if (values > MOST_VALUES) {
			return "form.too-many-answers";
		}
		if (node.isString()) {
			characters += node.stringValue().length();
			return characters > MOST_CHARACTERS ? "form.too-large" : node.stringValue().indexOf('\0') >= 0 ? "form.characters" : "";
		}
		if (node.isArray() && node.size() > MOST_REPETITIONS) {
			return "form.too-many-answers";
		}
		return node.isObject() ? members(node, depth) : items(node, depth);
	}

	private String members(JsonNode node, int depth) {
		for (var member : node.properties()) {
			String passed = member.getKey().length() > LONGEST_NAME ? "form.too-deep" : passed(member.getValue(), depth + 1);
			if (!passed.isEmpty()) {
				return passed;
			}
		}
		return "";
	}

	private String items(JsonNode node, int depth) {
		for (JsonNode item : node) {
			String passed = passed(item, depth + 1);
			if (!passed.isEmpty()) {
				return passed;
			}
		}
		return "";
	}

}
