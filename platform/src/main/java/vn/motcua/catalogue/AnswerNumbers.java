package vn.motcua.catalogue;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Numbers among answers that somebody can mean: at most 18 digits before the point and 20 behind it. Others would take hours to add up. */
public final class AnswerNumbers {

	private static final int MOST_WHOLE = 18;

	private static final int MOST_BEHIND = 20;

	private AnswerNumbers() {
	}

	/** {@code null} where it is too large or too fine. */
	public static @Nullable BigDecimal of(JsonNode number) {
		return Double.isFinite(number.asDouble(Double.NaN)) ? of(number.decimalValue()) : null;
	}

	/** {@code null} where it is too large or too fine. */
	public static @Nullable BigDecimal of(BigDecimal number) {
		return (long) number.precision() - number.scale() > MOST_WHOLE || number.scale() > MOST_BEHIND ? null : number;
	}

}
