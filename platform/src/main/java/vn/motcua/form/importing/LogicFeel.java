package vn.motcua.form.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** JSON logic as FEEL, for what both can say. */
final class LogicFeel {

	private static final Map<String, String> COMPARISONS = Map.of("==", "=", "===", "=", "!=", "!=", "!==", "!=", "<", "<", "<=", "<=", ">", ">", ">=", ">=");

	private static final int LONGEST = 4_000;

	private final Answers answers;

	LogicFeel(Answers answers) {
		this.answers = answers;
	}

	/** What names of the source are in the form. */
	interface Answers {

		/** @throws NoFeel when there is no such answer or it cannot be seen */
		Operand answer(String path) throws NoFeel;

	}

	enum Type {
		TRUTH, NUMBER, TEXT, LIST, DATE, OTHER
	}

	/** @param answer it names an answer, which may be missing */
	record Operand(String feel, Type type, boolean answer) {
	}

	/** A condition: whatever the source holds for true. */
	String condition(JsonNode logic) throws NoFeel {
		return limited(truth(operand(logic)));
	}

	/** A value. */
	String value(JsonNode logic) throws NoFeel {
		return limited(operand(logic).feel());
	}

	private static String limited(String feel) throws NoFeel {
		if (feel.length() > LONGEST) {
			throw new NoFeel("the expression is too long");
		}
		return feel;
	}

	private static String truth(Operand operand) {
		if (operand.type() == Type.TRUTH) {
			return operand.answer() ? operand.feel() + " = true" : operand.feel();
		}
		return switch (operand.type()) {
			case NUMBER -> "(" + operand.feel() + " != null and " + operand.feel() + " != 0)";
			case LIST -> "count(" + operand.feel() + ") > 0";
			default -> operand.feel() + " != null";
		};
	}

	private Operand operand(JsonNode logic) throws NoFeel {
		if (logic.isNumber()) {
			return new Operand(logic.asString(), Type.NUMBER, false);
		}
		if (logic.isBoolean()) {
			return new Operand(logic.asString(), Type.TRUTH, false);
		}
		if (logic.isString()) {
			return new Operand(text(logic.stringValue()), Type.TEXT, false);
		}
		if (logic.isNull() || logic.isMissingNode()) {
			return new Operand("null", Type.OTHER, false);
		}
		if (logic.isArray()) {
			List<String> items = new ArrayList<>();
			for (JsonNode item : logic) {
				items.add(operand(item).feel());
			}
			return new Operand("[" + String.join(", ", items) + "]", Type.LIST, false);
		}
		if (logic.size() != 1) {
			throw new NoFeel("an operation has one name");
		}
		var operation = logic.properties().iterator().next();
		return operation(operation.getKey(), operation.getValue().isArray() ? operation.getValue().valueStream().toList() : List.of(operation.getValue()));
	}

	private Operand operation(String name, List<JsonNode> given) throws NoFeel {
		if (name.equals("var")) {
			if (given.isEmpty() || !given.getFirst().isString()) {
				throw new NoFeel("a var needs a name");
			}
			return answers.answer(given.getFirst().stringValue());
		}
		List<Operand> operands = new ArrayList<>();
		for (JsonNode one : given) {
			operands.add(operand(one));
		}
		return switch (name) {
			case "and", "or" -> junction(name, operands);
			case "!" -> new Operand("(" + truth(first(operands)) + ") != true", Type.TRUTH, false);
			case "!!" -> new Operand(truth(first(operands)), Type.TRUTH, false);
			case "==", "===", "!=", "!==", "<", "<=", ">", ">=" -> comparison(COMPARISONS.get(name), operands);
			case "+", "-", "*", "/" -> arithmetic(name, operands);
			case "%" -> new Operand("modulo(" + feels(operands, 2, ", ") + ")", Type.NUMBER, false);
			case "min", "max" -> new Operand(name + "(" + feels(operands, 1, ", ") + ")", Type.NUMBER, false);
			case "cat" -> new Operand(String.join(" + ", operands.stream().map(LogicFeel::asText).toList()), Type.TEXT, false);
			case "if", "?:" -> choice(operands);
			case "in" -> membership(operands);
			default -> throw new NoFeel("\"" + name + "\" has no counterpart");
		};
	}

	private static Operand junction(String name, List<Operand> operands) {
		boolean otherwise = name.equals("or") && operands.size() == 2 && operands.get(1).type() != Type.TRUTH && !operands.get(1).answer();
		if (otherwise) {
			Operand given = operands.getFirst();
			return new Operand("(if " + given.feel() + " = null then " + operands.get(1).feel() + " else " + given.feel() + ")", operands.get(1).type(), false);
		}
		return new Operand("(" + String.join(" " + name + " ", operands.stream().map(LogicFeel::truth).toList()) + ")", Type.TRUTH, false);
	}

	private static Operand comparison(String sign, List<Operand> operands) throws NoFeel {
		if (operands.size() != 2) {
			throw new NoFeel("a comparison of " + operands.size() + " values has no counterpart");
		}
		return new Operand(against(operands.get(0), operands.get(1)) + " " + sign + " " + against(operands.get(1), operands.get(0)), Type.TRUTH, false);
	}

	/** One side of a comparison: days as days, "true" of a yes-no as true, "" as nothing, numbers written as text as numbers. */
	private static String against(Operand side, Operand other) {
		String feel = side.feel();
		boolean literal = side.type() == Type.TEXT && !side.answer();
		if (literal && feel.equals("\"\"")) {
			return "null";
		}
		if (literal && other.type() == Type.DATE && feel.matches("\"\\d{4}-\\d{2}-\\d{2}.*")) {
			return "date(\"" + feel.substring(1, 11) + "\")";
		}
		if (literal && other.type() == Type.TRUTH && feel.matches("\"(true|false)\"") || literal && other.type() == Type.NUMBER && feel.matches("\"-?\\d+(\\.\\d+)?\"")) {
			return feel.substring(1, feel.length() - 1);
		}
		if (!side.answer() && side.type() == Type.NUMBER && other.answer() && other.type() == Type.TEXT) {
			return text(feel);
		}
		return feel;
	}

	private static Operand arithmetic(String sign, List<Operand> operands) throws NoFeel {
		if (operands.size() == 1) {
			return new Operand(sign.equals("-") ? "-(" + first(operands).feel() + ")" : first(operands).feel(), Type.NUMBER, false);
		}
		boolean texts = sign.equals("+") && operands.stream().anyMatch(operand -> operand.type() == Type.TEXT);
		String joined = texts ? String.join(" + ", operands.stream().map(LogicFeel::asText).toList()) : feels(operands, 2, " " + sign + " ");
		return new Operand("(" + joined + ")", texts ? Type.TEXT : Type.NUMBER, false);
	}

	private static Operand choice(List<Operand> operands) throws NoFeel {
		if (operands.size() < 2) {
			throw new NoFeel("an if needs a condition and a value");
		}
		StringBuilder feel = new StringBuilder();
		int at = 0;
		for (; at + 1 < operands.size(); at += 2) {
			feel.append("if ").append(truth(operands.get(at))).append(" then ").append(operands.get(at + 1).feel()).append(" else ");
		}
		feel.append(at < operands.size() ? operands.get(at).feel() : "null");
		return new Operand("(" + feel + ")", operands.get(1).type(), false);
	}

	private static Operand membership(List<Operand> operands) throws NoFeel {
		feels(operands, 2, "");
		Operand needle = operands.get(0);
		Operand hay = operands.get(1);
		return new Operand((hay.type() == Type.LIST ? "list contains(" : "contains(") + hay.feel() + ", " + needle.feel() + ")", Type.TRUTH, false);
	}

	private static String feels(List<Operand> operands, int fewest, String joint) throws NoFeel {
		if (operands.size() < fewest) {
			throw new NoFeel("an operation misses a value");
		}
		return String.join(joint, operands.stream().map(Operand::feel).toList());
	}

	private static Operand first(List<Operand> operands) throws NoFeel {
		if (operands.isEmpty()) {
			throw new NoFeel("an operation misses its value");
		}
		return operands.getFirst();
	}

	private static String asText(Operand operand) {
		return operand.type() == Type.TEXT ? operand.feel() : "string(" + operand.feel() + ")";
	}

	static String text(String text) {
		return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
	}

}
