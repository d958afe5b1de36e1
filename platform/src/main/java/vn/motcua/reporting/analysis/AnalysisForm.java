package vn.motcua.reporting.analysis;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.Indicator;

/**
 * What stands in the form of the analysis page. The address carries all of it.
 *
 * @param search words looked for among the indicators
 * @param chosen indicators already in the question
 * @param found indicators with the words, without the chosen
 * @param span word of a time that moves with today, empty for the days of {@code from} and {@code to}
 * @param picture how the answer is drawn
 * @param drawn what pictures show of the indicator: its values, or what stands beside them
 * @param row first row of the table that is shown
 * @param board picture of a board that the answer may take the place of, as {@code 12.3}; empty for none
 */
public record AnalysisForm(String search, List<Indicator> chosen, List<Indicator> found, String level, String agency, String span, String from, String to, String periodType,
		String breakdown, String asOf, List<String> figures, Picture picture, Figure drawn, int row, String column, String board) {

	private static final int MOST_FOUND = 30;

	private static final String ROW = "\\d{1,6}";

	private static final String BOARD = "[1-9]\\d{0,11}\\.[1-9]\\d?";

	public static AnalysisForm of(Map<String, String[]> given, List<Indicator> indicators, LocalDate today) {
		List<String> codes = Arrays.stream(given.getOrDefault("indicator", new String[0])).flatMap(text -> Arrays.stream(text.split(","))).map(code -> code.strip().toUpperCase(Locale.ROOT)).toList();
		List<Indicator> chosen = indicators.stream().filter(indicator -> codes.contains(indicator.code().value())).limit(QuestionReader.MOST_INDICATORS).toList();
		String search = cut(Parameters.one(given, "tim", ""), 60);
		List<String> words = Arrays.stream(plain(search).split(" ")).filter(word -> !word.isEmpty()).toList();
		List<Indicator> found = indicators.stream().filter(indicator -> !chosen.contains(indicator)).filter(indicator -> holds(indicator, words)).limit(MOST_FOUND).toList();
		String board = Parameters.one(given, "bang", "");
		return new AnalysisForm(search, chosen, found, Parameters.one(given, "level", codes.isEmpty() ? "province" : ""), cut(String.join(",", given.getOrDefault("agency", new String[0])), 200),
				Parameters.one(given, "span", ""), Parameters.one(given, "from", YearMonth.from(today).minusYears(1).toString()), Parameters.one(given, "to", reported(today).toString()),
				Parameters.one(given, "periodType", ""), Parameters.one(given, "breakdown", ""), Parameters.one(given, "asOf", ""), Arrays.asList(given.getOrDefault("figure", new String[0])),
				Picture.find(Parameters.one(given, "view", "")).orElse(Picture.TABLE), Figure.find(Parameters.one(given, "so", "")).orElse(Figure.VALUE), number(Parameters.one(given, "hang", "0")), Parameters.one(given, "ky", ""),
				board.matches(BOARD) ? board : "");
	}

	/** What says how the answer is shown and cannot be read: nothing else is shown in its place. */
	static List<FieldProblem> problems(Map<String, String[]> given) {
		List<FieldProblem> problems = new ArrayList<>();
		String view = Parameters.one(given, "view", ""), drawn = Parameters.one(given, "so", ""), row = Parameters.one(given, "hang", ""), board = Parameters.one(given, "bang", "");
		if (!view.isEmpty() && Picture.find(view).isEmpty()) {
			problems.add(FieldProblem.of("/view", "reporting.analysis.view", "value", cut(view, 40)));
		}
		if (!drawn.isEmpty() && Figure.find(drawn).isEmpty()) {
			problems.add(FieldProblem.of("/so", "reporting.analysis.figure", "value", cut(drawn, 40)));
		}
		if (!row.isEmpty() && !row.matches(ROW)) {
			problems.add(FieldProblem.of("/hang", "reporting.analysis.row", "value", cut(row, 40)));
		}
		if (!board.isEmpty() && !board.matches(BOARD)) {
			problems.add(FieldProblem.of("/bang", "reporting.analysis.board", "value", cut(board, 40)));
		}
		return problems;
	}

	/** A period that pictures are to show, and the answer has not. */
	Optional<FieldProblem> period(Answer answer) {
		return column.isEmpty() || answer.columns().stream().anyMatch(each -> each.code().equals(column)) ? Optional.empty()
				: Optional.of(FieldProblem.of("/ky", "reporting.analysis.shown-period", "value", cut(column, 40)));
	}

	/** Times that move with today: those offered, and the one that is asked for. */
	public List<String> spans() {
		return span.isEmpty() || RelativeSpan.OFFERED.contains(span) || RelativeSpan.find(span).isEmpty() ? RelativeSpan.OFFERED
				: java.util.stream.Stream.concat(RelativeSpan.OFFERED.stream(), java.util.stream.Stream.of(span)).toList();
	}

	/** The month that reports of today are about: figures of a month run from the 15th before it to its 14th (Decree 09/2019/NĐ-CP, article 12). */
	private static YearMonth reported(LocalDate today) {
		return YearMonth.from(today).plusMonths(today.getDayOfMonth() < 15 ? 0 : 1);
	}

	private static boolean holds(Indicator indicator, List<String> words) {
		String text = plain(indicator.code() + " " + indicator.name().vi() + " " + indicator.name().en());
		return words.stream().allMatch(text::contains);
	}

	private static String plain(String text) {
		return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace('đ', 'd');
	}

	private static String cut(String text, int most) {
		return text.length() > most ? text.substring(0, most) : text;
	}

	private static int number(String text) {
		return text.matches(ROW) ? Integer.parseInt(text) : 0;
	}

}
