package vn.motcua.reporting.analysis;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import vn.motcua.reporting.Indicator;

/**
 * What stands in the form of the analysis page. The address carries all of it.
 *
 * @param search words looked for among the indicators
 * @param chosen indicators already in the question
 * @param found indicators with the words, without the chosen
 * @param view how the answer is drawn: {@code bang}, {@code cot}, {@code duong}, {@code ban-do}, {@code xep-hang}
 * @param row first row of the table that is shown
 */
public record AnalysisForm(String search, List<Indicator> chosen, List<Indicator> found, String level, String agency, String from, String to, String periodType,
		String breakdown, String asOf, List<String> figures, String view, int row, String column) {

	public static final List<String> VIEWS = List.of("bang", "cot", "duong", "ban-do", "xep-hang");

	private static final int MOST_FOUND = 30;

	public static AnalysisForm of(Map<String, String[]> given, List<Indicator> indicators, LocalDate today) {
		List<String> codes = Arrays.stream(given.getOrDefault("indicator", new String[0])).flatMap(text -> Arrays.stream(text.split(","))).map(code -> code.strip().toUpperCase(Locale.ROOT)).toList();
		List<Indicator> chosen = indicators.stream().filter(indicator -> codes.contains(indicator.code().value())).limit(QuestionReader.MOST_INDICATORS).toList();
		String search = cut(one(given, "tim", ""), 60);
		List<String> words = Arrays.stream(plain(search).split(" ")).filter(word -> !word.isEmpty()).toList();
		List<Indicator> found = indicators.stream().filter(indicator -> !chosen.contains(indicator)).filter(indicator -> holds(indicator, words)).limit(MOST_FOUND).toList();
		String view = one(given, "view", "bang");
		return new AnalysisForm(search, chosen, found, one(given, "level", codes.isEmpty() ? "province" : ""), cut(String.join(",", given.getOrDefault("agency", new String[0])), 200),
				one(given, "from", YearMonth.from(today).minusYears(1).toString()), one(given, "to", YearMonth.from(today).toString()), one(given, "periodType", ""),
				one(given, "breakdown", ""), one(given, "asOf", ""), Arrays.asList(given.getOrDefault("figure", new String[0])), VIEWS.contains(view) ? view : "bang",
				number(one(given, "hang", "0")), one(given, "ky", ""));
	}

	private static boolean holds(Indicator indicator, List<String> words) {
		String text = plain(indicator.code() + " " + indicator.name().vi() + " " + indicator.name().en());
		return words.stream().allMatch(text::contains);
	}

	private static String plain(String text) {
		return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace('đ', 'd');
	}

	private static String one(Map<String, String[]> given, String name, String otherwise) {
		String[] values = given.get(name);
		return values == null || values.length == 0 ? otherwise : values[0].strip();
	}

	private static String cut(String text, int most) {
		return text.length() > most ? text.substring(0, most) : text;
	}

	private static int number(String text) {
		return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
	}

}
