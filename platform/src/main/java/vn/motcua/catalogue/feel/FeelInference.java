package vn.motcua.catalogue.feel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.Comparison;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstDayTimeDuration;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ConstYearMonthDuration;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Division;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InstanceOf;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.Multiplication;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Subtraction;

import scala.Tuple2;
import vn.motcua.catalogue.ServiceVersion.PriceTable;
import vn.motcua.catalogue.feel.FeelCheck.Issue;
import vn.motcua.catalogue.feel.FeelType.Kind;

/** Infers what an expression gives, bottom up, and notes what does not fit. */
final class FeelInference {

	private final Map<String, FeelType> names;

	private final Set<Issue> issues;

	private final FeelCalls calls;

	FeelInference(Map<String, PriceTable> tables, Map<String, FeelType> names, Set<Issue> issues) {
		this.names = names;
		this.issues = issues;
		this.calls = new FeelCalls(tables, this);
	}

	FeelType type(Exp expression) {
		return type(expression, names);
	}

	FeelType type(Exp expression, Map<String, FeelType> seen) {
		return switch (expression) {
			case ConstNumber number -> FeelType.NUMBER;
			case ConstString text -> FeelType.oneOf(Set.of(text.value()));
			case ConstBool bool -> FeelType.BOOLEAN;
			case ConstDate date -> FeelType.DATE;
			case ConstDayTimeDuration duration -> FeelType.DURATION;
			case ConstYearMonthDuration duration -> FeelType.DURATION;
			case ConstNull$ nothing -> FeelType.of(Kind.NOTHING);
			case ConstList list -> list(FeelTree.list(list.items()), seen);
			case ConstContext context -> context(context, seen);
			case Ref reference -> reference(FeelTree.list(reference.names()), seen);
			case PathExpression path -> step(type(FeelTree.children(path).getFirst(), seen), path.key(), path.key());
			case Conjunction both -> condition(expression, seen);
			case Disjunction either -> condition(expression, seen);
			case Not not -> condition(expression, seen);
			case Comparison comparison -> compared(expression, seen);
			case In in -> in(expression, seen);
			case InstanceOf instance -> all(expression, seen, FeelType.BOOLEAN);
			case If choice -> choice(choice, seen);
			case Addition sum -> arithmetic(expression, "+", seen);
			case Subtraction difference -> arithmetic(expression, "-", seen);
			case Multiplication product -> arithmetic(expression, "*", seen);
			case Division quotient -> arithmetic(expression, "/", seen);
			case Exponentiation power -> arithmetic(expression, "**", seen);
			case ArithmeticNegation negation -> need(type(negation.x(), seen), Kind.NUMBER, FeelType.NUMBER, "-");
			case For loop -> FeelType.list(type(loop.exp(), loop(loop.iterators(), seen)));
			case SomeItem some -> need(type(some.condition(), loop(some.iterators(), seen)), Kind.BOOLEAN, FeelType.BOOLEAN, "satisfies");
			case EveryItem every -> need(type(every.condition(), loop(every.iterators(), seen)), Kind.BOOLEAN, FeelType.BOOLEAN, "satisfies");
			case Filter filter -> filter(filter, seen);
			case IterationContext range -> FeelType.list(FeelType.NUMBER);
			case FunctionInvocation call -> calls.type(call, seen);
			default -> all(expression, seen, FeelType.ANY);
		};
	}

	void issue(String rule, String message) {
		issues.add(new Issue(rule, message));
	}

	FeelType need(FeelType found, Kind needed, FeelType result, String where) {
		if (!found.is(needed)) {
			issue("feel-type", "\"" + where + "\" needs " + needed.words() + "; this is " + found.kind().words() + ".");
		}
		return result;
	}

	private FeelType all(Exp expression, Map<String, FeelType> seen, FeelType result) {
		FeelTree.children(expression).forEach(child -> type(child, seen));
		return result;
	}

	private FeelType list(List<Exp> items, Map<String, FeelType> seen) {
		FeelType common = null;
		for (Exp item : items) {
			FeelType one = type(item, seen);
			common = common == null ? one : join(common, one);
		}
		return FeelType.list(common == null ? FeelType.ANY : common);
	}

	private FeelType context(ConstContext context, Map<String, FeelType> seen) {
		Map<String, FeelType> members = new HashMap<>();
		Map<String, FeelType> inside = new HashMap<>(seen);
		for (Tuple2<String, Exp> entry : FeelTree.list(context.entries())) {
			FeelType type = type(entry._2(), inside);
			members.put(entry._1(), type);
			inside.put(entry._1(), type);
		}
		return FeelType.context(members);
	}

	private FeelType reference(List<String> path, Map<String, FeelType> seen) {
		FeelType at = seen.get(path.getFirst());
		if (at == null) {
			issue("feel-unknown-name", "The form has no answer \"" + String.join(".", path) + "\".");
			return FeelType.ANY;
		}
		for (String name : path.subList(1, path.size())) {
			at = step(at, name, String.join(".", path));
		}
		return at;
	}

	private FeelType step(FeelType of, String name, String path) {
		FeelType member = FeelCheck.member(of, name);
		if (member == null) {
			issue("feel-unknown-name", of.kind() == Kind.CONTEXT || of.kind() == Kind.LIST ? "The form has no answer \"" + path + "\"."
					: "\"" + path + "\": " + of.kind().words() + " has no part \"" + name + "\".");
			return FeelType.ANY;
		}
		return member;
	}

	private FeelType condition(Exp expression, Map<String, FeelType> seen) {
		FeelTree.children(expression).forEach(child -> need(type(child, seen), Kind.BOOLEAN, FeelType.BOOLEAN, "and, or, not"));
		return FeelType.BOOLEAN;
	}

	private FeelType compared(Exp expression, Map<String, FeelType> seen) {
		List<Exp> sides = FeelTree.children(expression);
		if (sides.size() == 2) {
			FeelType left = type(sides.getFirst(), seen);
			FeelType right = type(sides.getLast(), seen);
			comparable(left, right);
			if (!(expression instanceof Equal) && (left.kind() == Kind.BOOLEAN || left.kind() == Kind.CONTEXT)) {
				issue("feel-type", left.kind().words() + " is neither smaller nor greater.");
			}
		}
		else {
			sides.forEach(side -> type(side, seen));
		}
		return FeelType.BOOLEAN;
	}

	/** Notes kinds that are never equal, and a text that is none of the options. */
	void comparable(FeelType left, FeelType right) {
		if (!left.is(right.kind()) && !right.is(left.kind())) {
			boolean date = left.kind() == Kind.DATE && right.kind() == Kind.TEXT || left.kind() == Kind.TEXT && right.kind() == Kind.DATE;
			issue("feel-type", "This compares " + left.kind().words() + " with " + right.kind().words() + (date ? "; a day is written date(\"2020-08-19\")." : "."));
		}
		else if (left.kind() == Kind.TEXT && right.kind() == Kind.TEXT && !left.options().isEmpty() && !right.options().isEmpty()
				&& left.options().stream().noneMatch(right.options()::contains)) {
			issue("feel-option", "Never equal: " + options(left) + " and " + options(right) + ".");
		}
	}

	private static String options(FeelType type) {
		return type.options().stream().sorted().map(option -> "\"" + option + "\"").reduce((one, two) -> one + ", " + two).orElse("");
	}

	private FeelType in(Exp expression, Map<String, FeelType> seen) {
		List<Exp> sides = FeelTree.children(expression);
		FeelType left = type(sides.getFirst(), seen);
		for (Exp test : sides.subList(1, sides.size())) {
			for (Exp value : FeelTree.children(test)) {
				FeelType right = type(value, seen);
				comparable(left, right.kind() == Kind.LIST ? right.itemOrAny() : right);
			}
		}
		return FeelType.BOOLEAN;
	}

	private FeelType choice(If choice, Map<String, FeelType> seen) {
		need(type(choice.condition(), seen), Kind.BOOLEAN, FeelType.BOOLEAN, "if");
		return join(type(choice.statement(), seen), type(choice.elseStatement(), seen));
	}

	/** What is common to two kinds. */
	private static FeelType join(FeelType one, FeelType other) {
		if (one.kind() == Kind.NOTHING || other.kind() == Kind.NOTHING) {
			return one.kind() == Kind.NOTHING ? other : one;
		}
		if (one.kind() != other.kind()) {
			return FeelType.ANY;
		}
		if (one.kind() == Kind.TEXT) {
			if (one.options().isEmpty() || other.options().isEmpty()) {
				return FeelType.TEXT;
			}
			Set<String> options = new java.util.HashSet<>(one.options());
			options.addAll(other.options());
			return FeelType.oneOf(options);
		}
		return one.equals(other) ? one : FeelType.of(one.kind());
	}

	private FeelType arithmetic(Exp expression, String sign, Map<String, FeelType> seen) {
		List<Exp> sides = FeelTree.children(expression);
		FeelType left = type(sides.getFirst(), seen);
		FeelType right = type(sides.getLast(), seen);
		FeelType result = FeelArithmetic.result(sign, left, right);
		if (result == null) {
			issue("feel-type", left.kind().words() + " " + sign + " " + right.kind().words() + " cannot be computed.");
			return FeelType.ANY;
		}
		return result;
	}

	private Map<String, FeelType> loop(scala.collection.immutable.List<Tuple2<String, Exp>> iterators, Map<String, FeelType> seen) {
		Map<String, FeelType> inside = new HashMap<>(seen);
		for (Tuple2<String, Exp> iterator : FeelTree.list(iterators)) {
			FeelType list = need(type(iterator._2(), inside), Kind.LIST, type(iterator._2(), inside), "in");
			inside.put(iterator._1(), list.itemOrAny());
		}
		return inside;
	}

	private FeelType filter(Filter filter, Map<String, FeelType> seen) {
		FeelType list = type(filter.list(), seen);
		need(list, Kind.LIST, list, "[…]");
		Map<String, FeelType> inside = new HashMap<>(seen);
		inside.putAll(list.itemOrAny().members());
		inside.put("item", list.itemOrAny());
		return type(filter.filter(), inside).kind() == Kind.NUMBER ? list.itemOrAny() : list;
	}

}
