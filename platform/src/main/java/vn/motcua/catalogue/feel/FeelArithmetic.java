package vn.motcua.catalogue.feel;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.feel.FeelType.Kind;

/** What sums and products of kinds give. */
final class FeelArithmetic {

	private FeelArithmetic() {
	}

	/** {@code null} for what cannot be computed. */
	static @Nullable FeelType result(String sign, FeelType left, FeelType right) {
		if (unknown(left) || unknown(right)) {
			return FeelType.ANY;
		}
		return switch (sign) {
			case "+" -> left.kind() == Kind.TEXT && right.kind() == Kind.TEXT ? FeelType.TEXT : dates(left, right, true);
			case "-" -> left.kind() == Kind.DATE && right.kind() == Kind.DATE ? FeelType.DURATION : dates(left, right, false);
			case "*", "/" -> left.kind() == Kind.DURATION && right.kind() == Kind.NUMBER ? FeelType.DURATION : numbers(left, right);
			default -> numbers(left, right);
		};
	}

	private static @Nullable FeelType dates(FeelType left, FeelType right, boolean plus) {
		if (right.kind() == Kind.DURATION && (left.kind() == Kind.DATE || left.kind() == Kind.TIME || left.kind() == Kind.DURATION)) {
			return left;
		}
		return plus && left.kind() == Kind.DURATION && right.kind() == Kind.DATE ? right : numbers(left, right);
	}

	private static @Nullable FeelType numbers(FeelType left, FeelType right) {
		return left.kind() == Kind.NUMBER && right.kind() == Kind.NUMBER ? FeelType.NUMBER : null;
	}

	private static boolean unknown(FeelType type) {
		return type.kind() == Kind.ANY || type.kind() == Kind.NOTHING;
	}

}
