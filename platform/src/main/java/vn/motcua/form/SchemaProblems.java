package vn.motcua.form;

import java.util.HashMap;
import java.util.Map;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;

import tools.jackson.databind.JsonNode;
import vn.motcua.kernel.problem.FieldProblem;

/** What the JSON Schema of a form finds, in the words of the platform: one problem for each answer. */
final class SchemaProblems {

	private SchemaProblems() {
	}

	/** Problems by pointer. */
	static Map<String, FieldProblem> of(Schema validator, JsonNode answers) {
		Map<String, FieldProblem> problems = new HashMap<>();
		for (Error error : validator.validate(answers)) {
			FieldProblem problem = problem(error);
			problems.putIfAbsent(problem.pointer(), problem);
		}
		return problems;
	}

	private static FieldProblem problem(Error error) {
		String pointer = error.getInstanceLocation().toString();
		String keyword = error.getKeyword();
		JsonNode rule = error.getSchemaNode();
		if (keyword == null) {
			return FieldProblem.of(pointer, "form.unknown");
		}
		return switch (keyword) {
			case "additionalProperties", "unevaluatedProperties" -> FieldProblem.of(pointer + "/" + escaped(error.getProperty()), "form.unknown");
			case "minLength" -> bound(pointer, "form.too-short", "min", rule);
			case "maxLength" -> bound(pointer, "form.too-long", "max", rule);
			case "minimum", "exclusiveMinimum" -> bound(pointer, "form.minimum", "min", rule);
			case "maximum", "exclusiveMaximum" -> bound(pointer, "form.maximum", "max", rule);
			case "minItems" -> bound(pointer, "form.too-few", "min", rule);
			case "maxItems" -> bound(pointer, "form.too-many", "max", rule);
			case "multipleOf" -> bound(pointer, "form.multiple", "of", rule);
			case "uniqueItems" -> FieldProblem.of(pointer, "form.twice");
			case "pattern" -> FieldProblem.of(pointer, "form.pattern");
			case "enum", "const" -> FieldProblem.of(pointer, "form.choice");
			case "type" -> FieldProblem.of(pointer, type(rule == null ? "" : rule.asString("")));
			default -> FieldProblem.of(pointer, "form.rule", "rule", keyword);
		};
	}

	private static String type(String expected) {
		return switch (expected) {
			case "integer", "number" -> "form.number";
			case "boolean" -> "form.choice";
			case "string" -> "form.text";
			case "array" -> "form.list";
			default -> "form.object";
		};
	}

	private static FieldProblem bound(String pointer, String code, String name, JsonNode rule) {
		return FieldProblem.of(pointer, code, name, rule.isIntegralNumber() ? (Object) rule.asLong() : rule.asString(""));
	}

	private static String escaped(String name) {
		return name == null ? "" : name.replace("~", "~0").replace("/", "~1");
	}

}
