package vn.motcua.reporting;

import org.jspecify.annotations.Nullable;

/**
 * One figure that the sheets of a regime have room for: an indicator with a breakdown at a place that never changes and is never given away, so that
 * versions of a template stay comparable.
 *
 * @param position place in the sheets of the regime, from 0
 * @param decimals digits after the point, 0 to 6; amounts are whole numbers of that unit
 * @param weight position of the indicator that weighs it over units or over time, for {@link Aggregation#WEIGHTED_MEAN}
 */
public record Cell(int position, IndicatorCode indicator, Breakdown breakdown, int decimals, Aggregation overUnits, @Nullable Integer weight) {
}
