package vn.motcua.reporting.analysis;

import java.util.Arrays;
import java.util.Optional;

/** What a row says of an indicator. */
public enum Figure {

	VALUE,
	/** From the first period of the year on (<i>lũy kế</i>). */
	CUMULATIVE,
	/** The period before. */
	PREVIOUS,
	/** The same period a year before (<i>cùng kỳ</i>). */
	YEAR_AGO,
	/** What the plan of the year says (<i>kế hoạch</i>). */
	TARGET,
	/** Change on the period before, in per cent. */
	GROWTH,
	/** Change on the same period a year before, in per cent. */
	GROWTH_YEAR,
	/** Share of the year's plan that is reached, in per cent; of what stands from the first period of the year on when the indicator adds up. */
	TARGET_SHARE;

	public boolean percent() {
		return this == GROWTH || this == GROWTH_YEAR || this == TARGET_SHARE;
	}

	static Optional<Figure> find(String word) {
		return Arrays.stream(values()).filter(figure -> figure.word().equals(word)).findFirst();
	}

	public String word() {
		return switch (this) {
			case VALUE -> "value";
			case CUMULATIVE -> "cumulative";
			case PREVIOUS -> "previous";
			case YEAR_AGO -> "yearAgo";
			case TARGET -> "target";
			case GROWTH -> "growth";
			case GROWTH_YEAR -> "growthYear";
			case TARGET_SHARE -> "targetShare";
		};
	}

}
