package vn.motcua.reporting.analysis;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.Regime;

/**
 * Where values of an indicator are read: a cell in the sheets of one regime.
 *
 * @param weight the cell that weighs it over time, {@code null} when it is not weighed or the regime does not ask for what weighs it
 */
public record Source(Regime regime, Cell cell, Indicator indicator, @Nullable Cell weight) {
}
