package vn.motcua.reporting;

/**
 * How values of several agencies, or of several periods, become one. Stated for units and for time separately, because a population adds up over
 * communes and not over months.
 */
public enum Aggregation {
	SUM, MEAN,
	/** Mean weighted by another indicator of the same regime. */
	WEIGHTED_MEAN,
	/** The latest; over time only. */
	LAST, MIN, MAX,
	/** The formula again, over inputs that were summed themselves. */
	RATIO_OF_SUMS,
	/** Values that cannot be put together. */
	NONE
}
