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

	record Constant(Object value, Type type) implements Node {

		@Override
		public Object value(Figures figures) {
			return value;
		}

	}

	record Figure(Reference reference) implements Node {

		@Override
		public Type type() {
			return Type.NUMBER;
		}

		@Override
		public @Nullable BigDecimal value(Figures figures) {
			return figures.amount(reference);
		}

	}

	enum Sign {
		PLUS, MINUS, TIMES, OVER
	}

	/** What is larger than any amount or its square is missing, so that no formula over formulas grows without end. */
	record Arithmetic(Sign sign, Node left, Node right) implements Node {

		private static final int MOST_DIGITS = 40;

		@Override
		public Type type() {
			return Type.NUMBER;
		}

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
		EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST
	}

	record Comparison(Order order, Node left, Node right) implements Node {

		@Override
		public Type type() {
			return Type.TRUTH;
		}

		@Override
		public @Nullable Boolean value(Figures figures) {
			BigDecimal a = left.number(figures);
			BigDecimal b = a == null ? null : right.number(figures);
			if (a == null || b == null) {
				return null;
			}
			int compared = a.compareTo(b);
			return switch (order) {
				case EQUAL -> compared == 0;
				case UNEQUAL -> compared != 0;
				case LESS -> compared < 0;
				case AT_MOST -> compared <= 0;
				case GREATER -> compared > 0;
				case AT_LEAST -> compared >= 0;
			};
		}

	}

	/** Three-valued as in FEEL: what decides alone decides though the other is missing. */
	record Junction(boolean and, Node left, Node right) implements Node {

		@Override
		public Type type() {
			return Type.TRUTH;
		}

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

	record Not(Node inner) implements Node {

		@Override
		public Type type() {
			return Type.TRUTH;
		}

		@Override
		public @Nullable Boolean value(Figures figures) {
			Boolean truth = inner.truth(figures);
			return truth == null ? null : Boolean.valueOf(!truth);
		}

	}

	record Missing(Node inner) implements Node {

		@Override
		public Type type() {
			return Type.TRUTH;
		}

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
		SUM, MIN, MAX
	}

	/** Leaves out what is missing; missing when all are. */
	record Gathered(Gather how, List<Node> of) implements Node {

		@Override
		public Type type() {
			return Type.NUMBER;
		}

		@Override
		public @Nullable BigDecimal value(Figures figures) {
			BigDecimal gathered = null;
			for (Node node : of) {
				BigDecimal one = node.number(figures);
				if (one != null) {
					gathered = gathered == null ? one : switch (how) {
						case SUM -> gathered.add(one);
						case MIN -> gathered.min(one);
						case MAX -> gathered.max(one);
					};
				}
			}
			return gathered;
		}

	}

	record Absolute(Node inner) implements Node {

		@Override
		public Type type() {
			return Type.NUMBER;
		}

		@Override
		public @Nullable BigDecimal value(Figures figures) {
			BigDecimal number = inner.number(figures);
			return number == null ? null : number.abs();
		}

	}

	record Rounded(Node inner, int decimals) implements Node {

		@Override
		public Type type() {
			return Type.NUMBER;
		}

		@Override
		public @Nullable BigDecimal value(Figures figures) {
			BigDecimal number = inner.number(figures);
			return number == null ? null : number.setScale(decimals, RoundingMode.HALF_UP);
		}

	}

}
