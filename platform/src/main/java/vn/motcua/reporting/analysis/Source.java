package vn.motcua.reporting.analysis;

import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.Regime;

/** Where values of an indicator are read: a cell in the sheets of one regime. */
public record Source(Regime regime, Cell cell, Indicator indicator) {
}
