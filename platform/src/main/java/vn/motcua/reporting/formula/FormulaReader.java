package vn.motcua.reporting.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import vn.motcua.reporting.formula.FormulaWords.Kind;
import vn.motcua.reporting.formula.FormulaWords.Word;
import vn.motcua.reporting.formula.Node.Gather;
import vn.motcua.reporting.formula.Node.Order;
import vn.motcua.reporting.formula.Node.Sign;
import vn.motcua.reporting.formula.Node.Type;

/** Reads the words of a formula by descent; the first thing that is wrong ends it. */
final class FormulaReader {

	static final class Wrong extends RuntimeException {

		final transient FormulaFinding finding;

		Wrong(FormulaFinding finding) {
			super(finding.rule(), null, false, false);
			this.finding = finding;
		}

	}

	private static final int DEEPEST = 60;

	private static final Map<String, Order> ORDERS = Map.of("=", Order.EQUAL, "!=", Order.UNEQUAL, "<", Order.LESS, "<=", Order.AT_MOST, ">", Order.GREATER, ">=",
			Order.AT_LEAST);

	private static final Map<String, Reference.When> TIMES = Map.of("prev", Reference.When.PREVIOUS, "lastyear", Reference.When.LAST_YEAR, "below", Reference.When.BELOW);

	private static final Map<String, Gather> GATHERS = Map.of("sum", Gather.SUM, "min", Gather.MIN, "max", Gather.MAX);

	private final List<Word> words;

	private final FigureReader figures;

	private int at;

	private int depth;

	FormulaReader(List<Word> words, FigureReader figures) {
		this.words = words;
		this.figures = figures;
	}

	Node read() {
		Node node = expression();
		if (word().kind() != Kind.END) {
			throw unexpected();
		}
		return node;
	}

	private Node expression() {
		if (++depth > DEEPEST) {
			throw wrong("too-deep", "max", DEEPEST);
		}
		Node node = word().is("if") ? choice() : or();
		depth--;
		return node;
	}

	private Node choice() {
		at++;
		Node condition = typed(Type.TRUTH, this::expression);
		take("then");
		Node then = expression();
		take("else");
		return new Node.Choice(condition, then, typed(then.type(), this::expression));
	}

	private Node or() {
		Node node = and();
		while (word().is("or")) {
			node = junction(false, node);
		}
		return node;
	}

	private Node and() {
		Node node = comparison();
		while (word().is("and")) {
			node = junction(true, node);
		}
		return node;
	}

	private Node junction(boolean and, Node left) {
		must(Type.TRUTH, left);
		at++;
		return new Node.Junction(and, left, typed(Type.TRUTH, and ? this::comparison : this::and));
	}

	private Node comparison() {
		Node left = sum();
		Order order = word().kind() == Kind.SIGN ? ORDERS.get(word().text()) : null;
		if (order == null) {
			return left;
		}
		must(Type.NUMBER, left);
		int sign = word().at();
		at++;
		Node right = typed(Type.NUMBER, this::sum);
		figures.sameUnit(left, right, sign);
		return new Node.Comparison(order, left, right);
	}

	private Node sum() {
		Node node = product();
		while (word().is("+") || word().is("-")) {
			Sign sign = word().is("+") ? Sign.PLUS : Sign.MINUS;
			int place = word().at();
			must(Type.NUMBER, node);
			at++;
			Node right = typed(Type.NUMBER, this::product);
			figures.sameUnit(node, right, place);
			node = new Node.Arithmetic(sign, node, right);
		}
		return node;
	}

	private Node product() {
		Node node = signed();
		while (word().is("*") || word().is("/")) {
			Sign sign = word().is("*") ? Sign.TIMES : Sign.OVER;
			must(Type.NUMBER, node);
			at++;
			node = new Node.Arithmetic(sign, node, typed(Type.NUMBER, this::signed));
		}
		return node;
	}

	private Node signed() {
		if (!word().is("-")) {
			return primary();
		}
		at++;
		return new Node.Arithmetic(Sign.MINUS, new Node.Constant(BigDecimal.ZERO, Type.NUMBER), typed(Type.NUMBER, this::primary));
	}

	private Node primary() {
		Word word = word();
		if (word.kind() == Kind.NUMBER) {
			at++;
			return new Node.Constant(new BigDecimal(word.text()), Type.NUMBER);
		}
		if (word.is("(")) {
			at++;
			Node inner = expression();
			take(")");
			return inner;
		}
		if (word.kind() != Kind.NAME) {
			throw unexpected();
		}
		if (word.is("true") || word.is("false")) {
			at++;
			return new Node.Constant(Boolean.valueOf(word.text()), Type.TRUTH);
		}
		return words.get(at + 1).is("(") ? called() : one(Reference.When.NOW);
	}

	private Node called() {
		Word name = word();
		at += 2;
		Node node = switch (name.text()) {
			case "sum", "min", "max" -> gathered(GATHERS.get(name.text()));
			case "prev", "lastyear", "below" -> one(TIMES.get(name.text()));
			case "missing" -> new Node.Missing(expression());
			case "not" -> new Node.Not(typed(Type.TRUTH, this::expression));
			case "abs" -> new Node.Absolute(typed(Type.NUMBER, this::expression));
			case "round" -> rounded();
			default -> throw new Wrong(FormulaFinding.error(name.at(), "function", "name", name.text()));
		};
		take(")");
		return node;
	}

	private Node gathered(Gather how) {
		List<Node> of = new ArrayList<>(argument());
		while (word().is(",")) {
			at++;
			of.addAll(argument());
		}
		return new Node.Gathered(how, of);
	}

	/** One expression, or all figures that a {@code *} stands for. */
	private List<Node> argument() {
		boolean many = word().kind() == Kind.NAME && words.get(at + 1).kind() == Kind.PARTS && words.get(at + 1).text().contains("*");
		if (many) {
			at += 2;
			return figures.many(words.get(at - 2), words.get(at - 1));
		}
		return List.of(typed(Type.NUMBER, this::expression));
	}

	private Node rounded() {
		Node inner = typed(Type.NUMBER, this::expression);
		if (!word().is(",")) {
			return new Node.Rounded(inner, 0);
		}
		at++;
		Word decimals = word();
		if (decimals.kind() != Kind.NUMBER || !decimals.text().matches("[0-6]")) {
			throw wrong("decimals", "max", 6);
		}
		at++;
		return new Node.Rounded(inner, Integer.parseInt(decimals.text()));
	}

	private Node one(Reference.When when) {
		Word name = word();
		if (name.kind() != Kind.NAME) {
			throw unexpected();
		}
		at++;
		Word parts = word();
		if (parts.kind() == Kind.PARTS) {
			at++;
			return figures.one(name, parts, when);
		}
		return figures.one(name, null, when);
	}

	private Node typed(Type wanted, java.util.function.Supplier<Node> reader) {
		Word start = word();
		Node node = reader.get();
		if (node.type() != wanted) {
			throw new Wrong(FormulaFinding.error(start.at(), wanted == Type.NUMBER ? "number" : "truth", "word", start.text()));
		}
		return node;
	}

	private void must(Type wanted, Node node) {
		if (node.type() != wanted) {
			throw wrong(wanted == Type.NUMBER ? "number" : "truth", "word", word().text());
		}
	}

	private void take(String wanted) {
		if (!word().is(wanted)) {
			throw wrong("expected", "word", wanted);
		}
		at++;
	}

	private Word word() {
		return words.get(at);
	}

	private Wrong unexpected() {
		return word().kind() == Kind.END ? wrong("end", "word", "") : wrong("unexpected", "word", word().text());
	}

	private Wrong wrong(String rule, String name, Object value) {
		return new Wrong(FormulaFinding.error(word().at(), rule, name, value));
	}

}
