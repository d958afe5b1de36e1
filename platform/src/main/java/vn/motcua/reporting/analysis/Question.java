package vn.motcua.reporting.analysis;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.RegimeCode;

/**
 * What is asked of the figures. A question is its address: {@link #query} writes what {@link QuestionReader} reads.
 *
 * @param indicators in the order asked for
 * @param breakdowns parts to show: a breakdown as it is written, or the code of a dimension for all of its items; empty for the whole
 * @param agencies units, or with a level those above the units; {@code VN} is the country
 * @param level units of this level under the agencies, or all of them; {@code null} for the agencies themselves
 * @param from first day in which a period may begin
 * @param to last day in which one may begin
 * @param periodType {@code null} for the type each indicator is reported by
 * @param asOf day on whose units earlier figures are recast; {@code null} for the units as they were
 * @param figures what to show beside the value
 * @param regime regime to read from; {@code null} for the one that suits best, see {@link Sources}
 * @param span time that moves with today, by which {@code from} and {@code to} were found; {@code null} for days that stay
 * @param asOfToday whether {@code asOf} moves with today too
 */
public record Question(List<IndicatorCode> indicators, List<String> breakdowns, List<String> agencies, @Nullable UnitLevel level, LocalDate from, LocalDate to,
		@Nullable PeriodType periodType, @Nullable LocalDate asOf, Set<Figure> figures, @Nullable RegimeCode regime, @Nullable RelativeSpan span, boolean asOfToday) {

	public Question {
		indicators = List.copyOf(indicators);
		breakdowns = List.copyOf(breakdowns);
		agencies = List.copyOf(agencies);
		figures = Set.copyOf(figures);
	}

	public boolean compares(Figure figure) {
		return figures.contains(figure);
	}

	/** Whether periods before the first are read as well. */
	public LocalDate readFrom() {
		boolean yearBefore = compares(Figure.YEAR_AGO) || compares(Figure.GROWTH_YEAR) || compares(Figure.PREVIOUS) || compares(Figure.GROWTH);
		if (yearBefore) {
			return from.minusYears(1).withDayOfMonth(1);
		}
		return compares(Figure.CUMULATIVE) || compares(Figure.TARGET_SHARE) ? from.withDayOfYear(1) : from;
	}

	/** As the part of an address after the question mark. */
	public String query() {
		List<String> parts = new ArrayList<>();
		indicators.forEach(code -> parts.add("indicator=" + code));
		breakdowns.forEach(part -> parts.add("breakdown=" + encoded(part)));
		agencies.forEach(agency -> parts.add("agency=" + encoded(agency)));
		if (level != null) {
			parts.add("level=" + level.word());
		}
		if (span != null) {
			parts.add("span=" + span.word());
		}
		else {
			parts.add("from=" + from);
			parts.add("to=" + to);
		}
		if (periodType != null) {
			parts.add("periodType=" + periodType);
		}
		if (asOf != null) {
			parts.add("asOf=" + (asOfToday ? "today" : asOf));
		}
		for (Figure figure : Figure.values()) {
			if (figure != Figure.VALUE && figures.contains(figure)) {
				parts.add("figure=" + figure.word());
			}
		}
		if (regime != null) {
			parts.add("regime=" + regime);
		}
		return String.join("&", parts);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
