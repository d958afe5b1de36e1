package vn.motcua.reporting.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A formula as nested lists that a page's script computes with: {@code ["+", a, b]}, {@code ["n", "1.5"]}, {@code ["if", condition, a, b]}; figures are what
 * the asker makes of them. And as a formula of a spreadsheet.
 */
final class FormulaTree {

	private static final Map<Node.Sign, String> SIGNS = Map.of(Node.Sign.PLUS, "+", Node.Sign.MINUS, "-", Node.Sign.TIMES, "*", Node.Sign.OVER, "/");

	private static final Map<Node.Order, String> ORDERS = Map.of(Node.Order.EQUAL, "=", Node.Order.UNEQUAL, "!=", Node.Order.LESS, "<", Node.Order.AT_MOST, "<=",
			Node.Order.GREATER, ">", Node.Order.AT_LEAST, ">=");

	private FormulaTree() {
	}

	static Object lists(Node node, Function<Reference, Object> figure) {
		return switch (node) {
			case Node.Constant constant -> List.of(constant.type() == Node.Type.NUMBER ? "n" : "b", constant.value().toString());
			case Node.Figure one -> figure.apply(one.reference());
			case Node.Arithmetic two -> List.of(SIGNS.get(two.sign()), lists(two.left(), figure), lists(two.right(), figure));
			case Node.Comparison two -> List.of(ORDERS.get(two.order()), lists(two.left(), figure), lists(two.right(), figure));
			case Node.Junction two -> List.of(two.and() ? "and" : "or", lists(two.left(), figure), lists(two.right(), figure));
			case Node.Not not -> List.of("not", lists(not.inner(), figure));
			case Node.Missing missing -> List.of("missing", lists(missing.inner(), figure));
			case Node.Choice choice -> List.of("if", lists(choice.condition(), figure), lists(choice.then(), figure), lists(choice.otherwise(), figure));
			case Node.Gathered many -> {
				List<Object> all = new ArrayList<>(Collections.singletonList(many.how().name().toLowerCase(java.util.Locale.ROOT)));
				many.of().forEach(each -> all.add(lists(each, figure)));
				yield all;
			}
			case Node.Absolute absolute -> List.of("abs", lists(absolute.inner(), figure));
			case Node.Rounded rounded -> List.of("round", lists(rounded.inner(), figure), rounded.decimals());
		};
	}

	/** {@code null} when a figure stands in no cell of the sheet. */
	static @Nullable String spreadsheet(Node node, Function<Reference, @Nullable String> address) {
		return switch (node) {
			case Node.Constant constant -> constant.value().toString().toUpperCase(java.util.Locale.ROOT);
			case Node.Figure one -> address.apply(one.reference());
			case Node.Arithmetic two -> joined(SIGNS.get(two.sign()), two.left(), two.right(), address);
			case Node.Comparison two -> joined(two.order() == Node.Order.UNEQUAL ? "<>" : ORDERS.get(two.order()), two.left(), two.right(), address);
			case Node.Junction two -> called(two.and() ? "AND" : "OR", List.of(two.left(), two.right()), address);
			case Node.Not not -> called("NOT", List.of(not.inner()), address);
			case Node.Missing missing -> called("ISBLANK", List.of(missing.inner()), address);
			case Node.Choice choice -> called("IF", List.of(choice.condition(), choice.then(), choice.otherwise()), address);
			case Node.Gathered many -> called(many.how().name(), many.of(), address);
			case Node.Absolute absolute -> called("ABS", List.of(absolute.inner()), address);
			case Node.Rounded rounded -> {
				String inner = spreadsheet(rounded.inner(), address);
				yield inner == null ? null : "ROUND(" + inner + "," + rounded.decimals() + ")";
			}
		};
	}

	private static @Nullable String joined(String sign, Node left, Node right, Function<Reference, @Nullable String> address) {
		String a = spreadsheet(left, address);
		String b = spreadsheet(right, address);
		return a == null || b == null ? null : "(" + a + sign + b + ")";
	}

	private static @Nullable String called(String name, List<Node> nodes, Function<Reference, @Nullable String> address) {
		List<String> parts = new ArrayList<>();
		for (Node node : nodes) {
			String part = spreadsheet(node, address);
			if (part == null) {
				return null;
			}
			parts.add(part);
		}
		return name + "(" + String.join(",", parts) + ")";
	}

}
