package vn.motcua.reporting.counted;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A counted figure that its agency corrected.
 *
 * @param stands what the report says, {@code null} for nothing
 * @param explanation why, {@code null} as long as nobody said
 */
public record Correction(@Nullable BigDecimal stands, BigDecimal counted, @Nullable String explanation) {

	public BigDecimal difference() {
		return stands == null ? counted.negate() : stands.subtract(counted);
	}

}
