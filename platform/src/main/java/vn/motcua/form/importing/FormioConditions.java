package vn.motcua.form.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.form.importing.LogicFeel.Operand;
import vn.motcua.form.importing.LogicFeel.Type;

/** When a question is asked: the conditions of the component and of what stands around it. */
final class FormioConditions {

	private final Map<String, FormioItem> items;

	private final List<NotCarried> left;

	FormioConditions(Map<String, FormioItem> items, List<NotCarried> left) {
		this.items = items;
		this.left = left;
	}

	/** FEEL, {@code null} for always. What cannot be said is left out and told. */
	@Nullable String when(FormioItem item, List<JsonNode> conditional) {
		List<String> parts = new ArrayList<>();
		for (JsonNode component : conditional) {
			try {
				String feel = condition(component, item);
				if (feel != null) {
					parts.add(feel);
				}
			}
			catch (NoFeel unsaid) {
				left.add(new NotCarried(component.path("key").asString(item.key()), "conditional", "The condition was left out, the question is always asked: " + unsaid.getMessage() + "."));
			}
		}
		return parts.isEmpty() ? null : parts.size() == 1 ? parts.getFirst() : String.join(" and ", parts.stream().distinct().map(part -> "(" + part + ")").toList());
	}

	private @Nullable String condition(JsonNode component, FormioItem item) throws NoFeel {
		FormioAnswers answers = new FormioAnswers(items, item);
		String script = component.path("customConditional").asString("").strip();
		if (!script.isEmpty()) {
			return new LogicFeel(answers).condition(ScriptLogic.of(script, "show"));
		}
		JsonNode conditional = component.path("conditional");
		JsonNode logic = conditional.path("json");
		if (logic.isObject() && !logic.isEmpty()) {
			return new LogicFeel(answers).condition(logic);
		}
		boolean show = !conditional.path("show").asString("true").equals("false");
		if (conditional.path("conditions").isArray() && !conditional.path("conditions").isEmpty()) {
			return several(conditional, show, answers);
		}
		String key = conditional.path("when").asString("").strip();
		if (key.isEmpty() || conditional.path("show").isNull() || conditional.path("show").asString("").isEmpty()) {
			return null;
		}
		return negated(compared(key, "isEqual", conditional.path("eq"), answers), show);
	}

	private static String several(JsonNode conditional, boolean show, FormioAnswers answers) throws NoFeel {
		List<String> parts = new ArrayList<>();
		for (JsonNode one : conditional.path("conditions")) {
			parts.add(compared(one.path("component").asString(""), one.path("operator").asString("isEqual"), one.path("value"), answers));
		}
		String joint = conditional.path("conjunction").asString("all").equals("any") ? " or " : " and ";
		return negated(parts.size() == 1 ? parts.getFirst() : "(" + String.join(joint, parts) + ")", show);
	}

	/** Not met also while something it needs is unknown. */
	private static String negated(String feel, boolean show) {
		return show ? feel : "(" + feel + ") != true";
	}

	private static String compared(String key, String operator, JsonNode value, FormioAnswers answers) throws NoFeel {
		Operand answer = answers.answer(key);
		String literal = literal(answer.type(), value);
		boolean list = answer.type() == Type.LIST;
		return switch (operator) {
			case "isEqual", "isDateEqual" -> list ? "list contains(" + answer.feel() + ", " + literal + ")" : answer.feel() + " = " + literal;
			case "isNotEqual", "isNotDateEqual" -> list ? "list contains(" + answer.feel() + ", " + literal + ") != true" : answer.feel() + " != " + literal;
			case "isEmpty" -> answer.feel() + " = null";
			case "isNotEmpty" -> answer.feel() + " != null";
			case "includes" -> (list ? "list contains(" : "contains(") + answer.feel() + ", " + literal + ")";
			case "notIncludes" -> (list ? "list contains(" : "contains(") + answer.feel() + ", " + literal + ") != true";
			case "startsWith" -> "starts with(" + answer.feel() + ", " + literal + ")";
			case "endsWith" -> "ends with(" + answer.feel() + ", " + literal + ")";
			case "greaterThan", "dateGreaterThan" -> answer.feel() + " > " + literal;
			case "lessThan", "dateLessThan" -> answer.feel() + " < " + literal;
			case "greaterThanOrEqual", "dateGreaterThanOrEqual" -> answer.feel() + " >= " + literal;
			case "lessThanOrEqual", "dateLessThanOrEqual" -> answer.feel() + " <= " + literal;
			default -> throw new NoFeel("the operator \"" + operator + "\" has no counterpart");
		};
	}

	private static String literal(Type type, JsonNode value) throws NoFeel {
		String text = value.asString("");
		if (text.isEmpty()) {
			return "null";
		}
		return switch (type) {
			case TRUTH -> {
				if (!text.matches("true|false")) {
					throw new NoFeel("a yes-no question has no answer \"" + text + "\"");
				}
				yield text;
			}
			case NUMBER -> {
				if (!text.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
					throw new NoFeel("a number is compared with \"" + text + "\"");
				}
				yield text;
			}
			case DATE -> {
				if (!text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
					throw new NoFeel("a day is compared with \"" + text + "\"");
				}
				yield "date(\"" + text.substring(0, 10) + "\")";
			}
			case OTHER -> value.isBoolean() || value.isNumber() ? text : LogicFeel.text(text);
			case TEXT, LIST -> LogicFeel.text(text);
		};
	}

}
