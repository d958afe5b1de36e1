package vn.motcua.catalogue;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;

/**
 * One step on the way to a fee's amount. The amounts of all parts add up to the fee's.
 *
 * @param name what was counted, or whose reduction or exemption it is; {@code null} where the kind says it
 * @param of UNITS: how many; PERCENTAGE and REDUCTION: đồng it is taken of; CAP: the most; TIMES: đồng for one
 * @param rate UNITS: đồng for each; PERCENTAGE and REDUCTION: per cent; TIMES: how often
 * @param amountVnd what it adds, negative for what it takes off
 * @param legalBasis of the amount, rate or rule it took; may be the fee's own
 */
public record FeePart(Kind kind, @Nullable LocalizedText name, @Nullable BigDecimal of, @Nullable BigDecimal rate, long amountVnd, @Nullable String legalBasis) {

	public enum Kind {
		BASE, UNITS, PERCENTAGE, REDUCTION, CAP, TIMES, EXEMPTION
	}

}
