package vn.motcua.reporting.analysis;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.PeriodType;
import vn.motcua.site.Page;

/** Figures, their periods and what must be said beside them, in the reader's words. */
public final class FigureWords {

	private FigureWords() {
	}

	public static String number(Page page, Answer.Row row, int column) {
		return number(page, row.value(column), row.decimals());
	}

	public static String number(Page page, @Nullable BigDecimal value, int decimals) {
		if (value == null) {
			return "–";
		}
		NumberFormat format = NumberFormat.getNumberInstance(page.english() ? Locale.ENGLISH : Locale.of("vi", "VN"));
		format.setMinimumFractionDigits(Math.min(decimals, 2));
		format.setMaximumFractionDigits(6);
		return format.format(value);
	}

	/** Name of an indicator or its part, with the unit of measure. */
	public static String measure(Page page, Measure measure) {
		String unit = measure.indicator().unit();
		return page.text(measure.indicator().name()) + (measure.part() == null ? "" : " · " + page.text(measure.part())) + " (" + page.tOr("reporting.unit." + unit, unit) + ")";
	}

	/** Words that stand beside a figure; empty when there is nothing to say. */
	public static String notes(Page page, Answer.Row row, int column) {
		List<String> words = new ArrayList<>();
		for (Flag flag : Flag.values()) {
			if (flag.in(row.flags(column)) && flag != Flag.SYNTHETIC && flag != Flag.OFFICIAL && flag != Flag.MISSING) {
				words.add(flag == Flag.PROVISIONAL && row.sent()[column] < row.expected()[column]
						? page.t("reporting.analysis.flag.provisional.of", "sent", page.number(row.sent()[column]), "expected", page.number(row.expected()[column]))
						: page.t("reporting.analysis.flag." + flag.word()));
			}
		}
		return String.join(", ", words);
	}

	/** As {@link #notes}, with what pages say otherwise: official, made up. For text that stands alone. */
	public static String states(Page page, Answer.Row row, int column) {
		List<String> words = new ArrayList<>();
		if (Flag.OFFICIAL.in(row.flags(column))) {
			words.add(page.t("reporting.analysis.flag.official"));
		}
		if (!notes(page, row, column).isEmpty()) {
			words.add(notes(page, row, column));
		}
		if (Flag.SYNTHETIC.in(row.flags(column))) {
			words.add(page.t("reporting.analysis.flag.synthetic.short"));
		}
		return String.join(", ", words);
	}

	/** Unit, indicator, what the row says of it and in what it is measured, for text that stands alone. */
	public static String label(Page page, Answer.Row row) {
		Measure measure = row.measure();
		String part = measure.part() == null ? "" : " · " + page.text(measure.part());
		String figure = row.figure() == Figure.VALUE ? "" : ", " + page.t("reporting.analysis.figure." + row.figure().word());
		String unit = row.figure().percent() ? "%" : page.tOr("reporting.unit." + measure.indicator().unit(), measure.indicator().unit());
		return page.text(row.unit().name()) + ", " + page.text(measure.indicator().name()) + part + figure + " (" + unit + ")";
	}

	/** "The last 12 months", "this year". */
	public static String span(Page page, String word) {
		return RelativeSpan.find(word).map(span -> word.startsWith("this") ? page.t("reporting.analysis.span." + word)
				: page.t("reporting.analysis.span.last-" + span.step().name().toLowerCase(Locale.ROOT), "n", page.number(span.count()))).orElse(word);
	}

	/** 11/2026 for a month, else as it is written. */
	public static String period(PeriodType type, String code) {
		return type == PeriodType.MONTH && code.length() == 7 ? code.substring(5) + "/" + code.substring(0, 4) : code;
	}

}
