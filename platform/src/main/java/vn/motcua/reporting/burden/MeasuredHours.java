package vn.motcua.reporting.burden;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * How long people worked on a report of a regime here.
 *
 * @param reports how many were measured
 * @param median hours of the one in the middle, two digits after the point; {@code null} while too few were measured
 * @param madeUp how many of them are of periods that a demonstration tells
 */
public record MeasuredHours(int reports, @Nullable BigDecimal median, int madeUp) {
}
