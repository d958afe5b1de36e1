package vn.motcua.reporting;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;

/**
 * An indicator (<i>chỉ tiêu</i>).
 *
 * @param field one of the nine fields of Decision 293/QĐ-TTg, or of a regime: key of a message {@code reporting.field.<field>}
 * @param unit unit of measure, key of a message {@code reporting.unit.<unit>}; {@link #NO_UNIT} where nobody said one
 * @param decimals digits after the point, 0 to 6
 * @param formula expression over other indicators, {@code null} when values are reported
 * @param dimensions codes of the dimensions it may be broken down by
 * @param weight indicator that weighs it, for {@link Aggregation#WEIGHTED_MEAN}
 * @param responsible agency that answers for it
 * @param source legal basis, or {@code unverified}
 */
public record Indicator(IndicatorCode code, String field, LocalizedText name, String unit, int decimals, LocalizedText definition, @Nullable String formula,
		List<String> dimensions, Aggregation overUnits, Aggregation overTime, @Nullable IndicatorCode weight, @Nullable AgencyId responsible,
		PeriodType frequency, String source) {

	/** Of an indicator whose form says no unit. */
	public static final String NO_UNIT = "none";

	public Indicator {
		dimensions = List.copyOf(dimensions);
	}

	public boolean computed() {
		return formula != null;
	}

}
