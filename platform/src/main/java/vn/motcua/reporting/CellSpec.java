package vn.motcua.reporting;

import org.jspecify.annotations.Nullable;

/**
 * A figure that a template asks for, before it has a place.
 *
 * @param decimals digits after the point, 0 to 6
 * @param weight indicator that weighs it, for {@link Aggregation#WEIGHTED_MEAN}
 */
public record CellSpec(IndicatorCode indicator, Breakdown breakdown, int decimals, Aggregation overUnits, @Nullable IndicatorCode weight) {
}
