package vn.motcua.form.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simple scripts of Form.io ({@code show = data.a === 'x';}, {@code value = data.a * 2;}) as JSON logic: one assignment
 * or one if with an assignment on each side, of comparisons, arithmetic, {@code && || ! ?:} and {@code includes}.
 */
final class ScriptLogic {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final int LONGEST = 2_000;

	private static final Pattern TOKEN = Pattern.compile("\\s*(?:(//[^\\n]*|/\\*.*?\\*/)|(\\d+(?:\\.\\d+)?)|('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")"
			+ "|([A-Za-z_$][\\w$]*)|(===|!==|==|!=|<=|>=|&&|\\|\\||[-+*/%<>!?:(){}\\[\\].,;=]))", Pattern.DOTALL);

	private static final List<List<String>> LEVELS = List.of(List.of("||"), List.of("&&"), List.of("===", "!==", "==", "!="), List.of("<=", ">=", "<", ">"),
			List.of("+", "-"), List.of("*", "/", "%"));

	private static final Map<String, String> OPERATORS = Map.of("||", "or", "&&", "and", "===", "==", "!==", "!=");

	private final List<String> tokens = new ArrayList<>();

	private final String target;

	private int at;

	private ScriptLogic(String script, String target) throws NoFeel {
		this.target = target;
		if (script.length() > LONGEST) {
			throw new NoFeel("the script is long");
		}
		Matcher token = TOKEN.matcher(script.strip());
		int end = 0;
		while (token.find() && token.start() == end) {
			end = token.end();
			if (token.group(1) == null) {
				tokens.add(token.group().strip());
			}
		}
		if (end < script.strip().length()) {
			throw new NoFeel("\"" + script.strip().substring(end).strip().charAt(0) + "\" is not understood");
		}
	}

	/** @param target name that the script assigns to, for example {@code show} */
	static JsonNode of(String script, String target) throws NoFeel {
		ScriptLogic logic = new ScriptLogic(script, target);
		JsonNode value = logic.statement();
		if (logic.at < logic.tokens.size()) {
			throw new NoFeel("the script goes on after its first statement");
		}
		return value;
	}

	private JsonNode statement() throws NoFeel {
		if (!take("if")) {
			return assignment();
		}
		need("(");
		JsonNode condition = expression();
		need(")");
		JsonNode then = block();
		JsonNode otherwise = take("else") ? block() : NODES.nullNode();
		return operation("if", condition, then, otherwise);
	}

	private JsonNode block() throws NoFeel {
		if (peek().equals("if")) {
			return statement();
		}
		boolean braces = take("{");
		JsonNode value = assignment();
		if (braces) {
			need("}");
		}
		return value;
	}

	private JsonNode assignment() throws NoFeel {
		if (!take("return")) {
			need(target);
			need("=");
		}
		JsonNode value = expression();
		take(";");
		return value;
	}

	private JsonNode expression() throws NoFeel {
		JsonNode condition = binary(0);
		if (!take("?")) {
			return condition;
		}
		JsonNode then = expression();
		need(":");
		return operation("if", condition, then, expression());
	}

	private JsonNode binary(int level) throws NoFeel {
		if (level == LEVELS.size()) {
			return unary();
		}
		JsonNode left = binary(level + 1);
		while (at < tokens.size() && LEVELS.get(level).contains(peek())) {
			String operator = tokens.get(at++);
			left = operation(OPERATORS.getOrDefault(operator, operator), left, binary(level + 1));
		}
		return left;
	}

	private JsonNode unary() throws NoFeel {
		if (take("!")) {
			return operation("!", unary());
		}
		return take("-") ? operation("-", unary()) : primary();
	}

	private JsonNode primary() throws NoFeel {
		if (take("(")) {
			JsonNode inner = expression();
			need(")");
			return inner;
		}
		if (take("[")) {
			ArrayNode list = NODES.arrayNode();
			while (!take("]")) {
				list.add(expression());
				take(",");
			}
			return path(list);
		}
		String token = at < tokens.size() ? tokens.get(at++) : "";
		char first = token.isEmpty() ? ' ' : token.charAt(0);
		if (Character.isDigit(first)) {
			return NODES.numberNode(new BigDecimal(token));
		}
		if (first == '\'' || first == '"') {
			return NODES.stringNode(token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1"));
		}
		return switch (token) {
			case "true", "false" -> NODES.booleanNode(token.equals("true"));
			case "null", "undefined" -> NODES.nullNode();
			case "Number", "parseInt", "parseFloat" -> call();
			case "data", "row" -> path(operation("var", NODES.stringNode(token)));
			default -> throw new NoFeel("\"" + token + "\" is not understood");
		};
	}

	private JsonNode call() throws NoFeel {
		need("(");
		JsonNode inner = expression();
		need(")");
		return inner;
	}

	/** What follows a name or a list: members, and {@code includes}. */
	private JsonNode path(JsonNode start) throws NoFeel {
		JsonNode value = start;
		while (peek().equals(".") || peek().equals("[")) {
			boolean dot = take(".");
			String name = dot ? (at < tokens.size() ? tokens.get(at++) : "") : index();
			if (dot && name.equals("includes")) {
				value = operation("in", call(), value);
			}
			else if (value.has("var") && name.matches("[\\w$-]+")) {
				value = operation("var", NODES.stringNode(value.path("var").asString() + "." + name));
			}
			else {
				throw new NoFeel("\"" + name + "\" is not understood");
			}
		}
		return value;
	}

	private String index() throws NoFeel {
		need("[");
		JsonNode name = expression();
		need("]");
		return name.isString() ? name.stringValue() : "?";
	}

	private String peek() {
		return at < tokens.size() ? tokens.get(at) : "";
	}

	private boolean take(String token) {
		boolean there = peek().equals(token);
		at += there ? 1 : 0;
		return there;
	}

	private void need(String token) throws NoFeel {
		if (!take(token)) {
			throw new NoFeel("\"" + token + "\" is expected where \"" + peek() + "\" stands");
		}
	}

	private static JsonNode operation(String name, JsonNode... operands) {
		ObjectNode operation = NODES.objectNode();
		if (name.equals("var")) {
			return operation.set("var", operands[0]);
		}
		return operation.set(name, NODES.arrayNode().addAll(List.of(operands)));
	}

}
