package vn.motcua.reporting.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A part of a compiled formula; answers {@code null} for missing. */
sealed interface Node {

	enum Type {
		NUMBER, TRUTH
	}

	Type type();

	/** A number ({@link Type#NUMBER}) or {@link Boolean}. */
	@Nullable Object value(Figures figures);

	default @Nullable BigDecimal number(Figures figures) {
		return (BigDecimal) value(figures);
	}

	default @Nullable Boolean truth(Figures figures) {
		return (Boolean) value(figures);
	}

	/** A part that is a number. */
	sealed interface Numeric extends Node {

		@Override
		default Type type() {
			return Type.NUMBER;
		}

		@Override
		@Nullable BigDecimal value(Figures figures);

	}

	/** A part that is true, false or unknown. */
	sealed interface Logical extends Node {

		@Override
		default Type type() {
			return Type.TRUTH;
		}

		@Override
		@Nullable Boolean value(Figures figures);

	}

	record Constant(Object value, Type type) implements Node {

		@Override
		public Object value(Figures figures) {
			return value;
		}

	}

	record Figure(Reference reference) implements Numeric {

		@Override
		public @Nullable BigDecimal value(Figures figures) {
			return figures.amount(reference);
		}

	}

	enum Sign {
		PLUS, MINUS, TIMES, OVER
	}

	/** What is larger than any amount or its square is missing, so that no formula over formulas grows without end. */
	record Arithmetic(Sign sign, Node left, Node right) implements Numeric {

		private static final int MOST_DIGITS = 40;

		@Override
		public @Nullable BigDecimal value(Figures figures) {
			BigDecimal a = left.number(figures);
			BigDecimal b = a == null ? null : right.number(figures);
			if (a == null || b == null) {
				return null;
			}
			BigDecimal number = switch (sign) {
				case PLUS -> a.add(b);
				case MINUS -> a.subtract(b);
				case TIMES -> a.multiply(b, MathContext.DECIMAL128);
				case OVER -> b.signum() == 0 ? null : a.divide(b, MathContext.DECIMAL128);
			};
			return number == null || number.precision() - number.scale() > MOST_DIGITS ? null : number;
		}

	}

	enum Order {
		EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST;

		/** @param compared as {@link Comparable#compareTo} says */
		boolean holds(int compared) {
			return switch (this) {
				case EQUAL -> compared == 0;
				case UNEQUAL -> compared != 0;
				case LESS -> compared < 0;
				case AT_MOST -> compared <= 0;
				case GREATER -> compared > 0;
				case AT_LEAST -> compared >= 0;
			};
		}

	}

	record Comparison(Order order, Node left, Node right) implements Logical {

		@Override
		public @Nullable Boolean value(Figures figures) {
			BigDecimal a = left.number(figures);
			BigDecimal b = a == null ? null : right.number(figures);
			return a == null || b == null ? null : Boolean.valueOf(order.holds(a.compareTo(b)));
		}

	}

	/** Three-valued as in FEEL: what decides alone decides though the other is missing. */
	record Junction(boolean and, Node left, Node right) implements Logical {

		@Override
		public @Nullable Boolean value(Figures figures) {
			Boolean a = left.truth(figures);
			if (a != null && a != and) {
				return a;
			}
			Boolean b = right.truth(figures);
			return b != null && b != and ? b : a == null ? null : b;
		}

	}

	record Not(Node inner) implements Logical {

		@Override
		public @Nullable Boolean value(Figures figures) {
			Boolean truth = inner.truth(figures);
			return truth == null ? null : Boolean.valueOf(!truth);
		}

	}

	record Missing(Node inner) implements Logical {

		@Override
		public Boolean value(Figures figures) {
			return inner.value(figures) == null;
		}

	}

	record Choice(Node condition, Node then, Node otherwise) implements Node {

		@Override
		public Type type() {
			return then.type();
		}

		@Override
		public @Nullable Object value(Figures figures) {
			return Boolean.TRUE.equals(condition.truth(figures)) ? then.value(figures) : otherwise.value(figures);
		}

	}

	enum Gather {
		SUM, MIN, MAX;

		BigDecimal two(BigDecimal one, BigDecimal other) {
			return switch (this) {
				case SUM -> one.add(other);
				case MIN -> one.min(other);
				case MAX -> one.max(other);
			};
		}

	}

	/** Leaves out what is missing; missing when all are. */
	record Gathered(Gather how, List<Node> of) implements Numeric {

		@Override
		public @Nullable BigDecimal value(Figures figures) {
			BigDecimal gathered = null;
			for (Node node : of) {
				BigDecimal one = node.number(figures);
				gathered = one == null ? gathered : gathered == null ? one : how.two(gathered, one);
			}
			return gathered;
		}

	}

	record Absolute(Node inner) implements Numeric {

		@Override
		public @Nullable BigDecimal value(Figures figures) {
			BigDecimal number = inner.number(figures);
			return number == null ? null : number.abs();
		}

	}

	record Rounded(Node inner, int decimals) implements Numeric {

		@Override
		public @Nullable BigDecimal value(Figures figures) {
			BigDecimal number = inner.number(figures);
			return number == null ? null : number.setScale(decimals, RoundingMode.HALF_UP);
		}

	}

}
