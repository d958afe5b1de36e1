package vn.motcua.catalogue.feel;

import java.util.List;
import java.util.Set;

import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * What an expression may be made of, so that evaluating it takes little time and memory whatever the answers are: known
 * functions only, no functions of its own, loops at most two deep, over lists or short fixed ranges, small powers, plain patterns.
 */
final class FeelLimits {

	private static final int MOST_PARTS = 1_000;

	private static final int DEEPEST_LOOP = 2;

	private static final int LONGEST_RANGE = 1_000;

	private static final int GREATEST_POWER = 20;

	private static final Set<String> PATTERNS = Set.of("matches", "replace", "split", "extract");

	private int parts;

	private FeelLimits() {
	}

	/** @throws FeelSyntaxException naming what is not allowed */
	static void check(Exp expression) {
		new FeelLimits().visit(expression, 0);
	}

	private void visit(Exp expression, int loops) {
		if (++parts > MOST_PARTS) {
			throw new FeelSyntaxException("an expression has at most " + MOST_PARTS + " parts");
		}
		switch (expression) {
			case FunctionDefinition definition -> throw new FeelSyntaxException("functions are not defined in bundles");
			case QualifiedFunctionInvocation invocation -> throw new FeelSyntaxException("only FEEL's own functions and the platform's can be called");
			case FunctionInvocation invocation -> function(invocation);
			case IterationContext range -> range(number(range.start()), number(range.end()));
			case Exponentiation power -> power(FeelTree.children(power));
			default -> {
			}
		}
		int deeper = loops + switch (expression) {
			case For loop -> loop.iterators().size();
			case SomeItem some -> some.iterators().size();
			case EveryItem every -> every.iterators().size();
			case Filter filter -> 1;
			default -> 0;
		};
		if (deeper > DEEPEST_LOOP) {
			throw new FeelSyntaxException("loops and filters stand at most " + DEEPEST_LOOP + " inside each other");
		}
		FeelTree.children(expression).forEach(child -> visit(child, deeper));
	}

	private static void function(FunctionInvocation invocation) {
		if (FeelFunctions.find(invocation.function()) == null) {
			throw new FeelSyntaxException("there is no function \"" + invocation.function() + "\"");
		}
		List<Exp> arguments = FeelTree.arguments(invocation.params());
		if (PATTERNS.contains(invocation.function()) && (arguments.size() < 2 || !(arguments.get(1) instanceof ConstString pattern) || !tame(pattern.value()))) {
			throw new FeelSyntaxException("the pattern of \"" + invocation.function() + "\" is a text with at most one *, + or ?, not after a group");
		}
	}

	/** At most one repetition that may stop early, and none of a group: no text makes such a pattern slow. */
	private static boolean tame(String pattern) {
		long repetitions = pattern.chars().filter(sign -> sign == '*' || sign == '+' || sign == '?').count();
		return pattern.length() <= 200 && repetitions <= 1 && !pattern.contains(")*") && !pattern.contains(")+") && !pattern.contains(")?") && !pattern.contains("){") && !pattern.matches("(?s).*\\{\\d*,.*");
	}

	private static void range(double start, double end) {
		if (!(Math.abs(end - start) <= LONGEST_RANGE)) {
			throw new FeelSyntaxException("a range to loop over has two fixed ends, at most " + LONGEST_RANGE + " apart");
		}
	}

	private static void power(List<Exp> sides) {
		if (!(Math.abs(number(sides.getLast())) <= GREATEST_POWER)) {
			throw new FeelSyntaxException("a power is a fixed number of at most " + GREATEST_POWER);
		}
	}

	/** Not a number for what is not fixed. */
	private static double number(Exp expression) {
		return switch (expression) {
			case ConstNumber number -> number.value().doubleValue();
			case ArithmeticNegation negation -> -number(negation.x());
			default -> Double.NaN;
		};
	}

}
