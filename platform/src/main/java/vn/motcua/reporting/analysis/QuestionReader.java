package vn.motcua.reporting.analysis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.site.Page;

/** Reads a question from the parameters of an address and says of each what is wrong. */
@Component
public class QuestionReader {

	static final int MOST_INDICATORS = 100;

	static final int MOST_AGENCIES = 1_000;

	static final int MOST_BREAKDOWNS = 50;

	static final int MOST_YEARS = 30;

	private final Indicators indicators;

	private final Regimes regimes;

	private final Clock clock;

	QuestionReader(Indicators indicators, Regimes regimes, Clock clock) {
		this.indicators = indicators;
		this.regimes = regimes;
		this.clock = clock;
	}

	/** @throws ProblemException with a field problem for every parameter that cannot be read */
	public Question read(Map<String, String[]> parameters) {
		List<FieldProblem> problems = new ArrayList<>();
		Question question = read(parameters, problems);
		if (!problems.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, problems);
		}
		return question;
	}

	/** A question as {@link Question#query} wrote it. */
	public Question read(String query) {
		return read(Parameters.of(query));
	}

	/** Indicators of a question, also of one that cannot be answered any more. */
	public List<Indicator> indicators(String query) {
		return words(Parameters.of(query), "indicator", MOST_INDICATORS, new ArrayList<>()).stream().flatMap(word -> indicator(word).flatMap(indicators::find).stream()).toList();
	}

	Question read(Map<String, String[]> parameters, List<FieldProblem> problems) {
		List<IndicatorCode> codes = new ArrayList<>();
		for (String word : words(parameters, "indicator", MOST_INDICATORS, problems)) {
			indicator(word).ifPresentOrElse(codes::add, () -> problems.add(FieldProblem.of("/indicator", "reporting.analysis.indicator", "value", shown(word))));
		}
		if (codes.isEmpty() && problems.isEmpty()) {
			problems.add(FieldProblem.of("/indicator", "reporting.analysis.none"));
		}
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		RelativeSpan span = one(parameters, "span", RelativeSpan::find, problems, "reporting.analysis.relative").orElse(null);
		LocalDate from = span != null ? span.from(today) : one(parameters, "from", Spans::first, problems, "reporting.analysis.day").orElse(today.minusYears(1).withDayOfMonth(1));
		LocalDate to = span != null ? span.to(today) : one(parameters, "to", Spans::last, problems, "reporting.analysis.day").orElse(today);
		if (to.isBefore(from) || from.plusYears(MOST_YEARS).isBefore(to)) {
			problems.add(FieldProblem.of("/to", "reporting.analysis.span", "years", MOST_YEARS));
		}
		LocalDate asOf = one(parameters, "asOf", text -> text.equals("today") ? Optional.of(today) : day(text), problems, "reporting.analysis.as-of").orElse(null);
		RegimeCode regime = one(parameters, "regime", this::regime, problems, "reporting.analysis.regime").orElse(null);
		PeriodType type = one(parameters, "periodType", QuestionReader::type, problems, "reporting.analysis.period-type").orElse(null);
		UnitLevel level = one(parameters, "level", UnitLevel::find, problems, "reporting.analysis.level").orElse(null);
		return new Question(codes, breakdowns(parameters, problems), words(parameters, "agency", MOST_AGENCIES, problems), level, from, to, type, asOf,
				figures(parameters, problems), regime, span, asOf != null && Parameters.one(parameters, "asOf", "").equals("today"));
	}

	private static List<String> breakdowns(Map<String, String[]> parameters, List<FieldProblem> problems) {
		List<String> parts = Arrays.stream(parameters.getOrDefault("breakdown", new String[0])).map(String::strip).filter(part -> !part.isEmpty()).distinct().toList();
		if (parts.size() > MOST_BREAKDOWNS) {
			problems.add(FieldProblem.of("/breakdown", "reporting.analysis.too-many", "max", MOST_BREAKDOWNS));
		}
		for (String part : parts) {
			if (!part.matches("[A-Z][A-Z0-9_]{0,15}|[A-Z][A-Z0-9_]{0,15}=[A-Za-z0-9_.+-]{1,24}(,[A-Z][A-Z0-9_]{0,15}=[A-Za-z0-9_.+-]{1,24}){0,3}")) {
				problems.add(FieldProblem.of("/breakdown", "reporting.analysis.breakdown", "value", shown(part)));
			}
		}
		return parts;
	}

	private static Set<Figure> figures(Map<String, String[]> parameters, List<FieldProblem> problems) {
		Set<Figure> figures = EnumSet.of(Figure.VALUE);
		for (String word : words(parameters, "figure", Figure.values().length, problems)) {
			Figure.find(word)
				.ifPresentOrElse(figures::add, () -> problems.add(FieldProblem.of("/figure", "reporting.analysis.figure", "value", shown(word))));
		}
		for (String word : words(parameters, "compare", 3, problems)) {
			switch (word) {
				case "previous" -> figures.add(Figure.PREVIOUS);
				case "yearAgo" -> figures.add(Figure.YEAR_AGO);
				case "target" -> figures.addAll(Set.of(Figure.TARGET, Figure.TARGET_SHARE));
				default -> problems.add(FieldProblem.of("/compare", "reporting.analysis.figure", "value", shown(word)));
			}
		}
		if (yes(parameters, "cumulative")) {
			figures.add(Figure.CUMULATIVE);
		}
		if (yes(parameters, "growth")) {
			figures.addAll(Set.of(Figure.GROWTH, Figure.GROWTH_YEAR));
		}
		return figures;
	}

	private Optional<IndicatorCode> indicator(String word) {
		try {
			IndicatorCode code = new IndicatorCode(word.toUpperCase(Locale.ROOT));
			return indicators.find(code).map(found -> code);
		}
		catch (IllegalArgumentException noCode) {
			return Optional.empty();
		}
	}

	private Optional<RegimeCode> regime(String word) {
		try {
			RegimeCode code = new RegimeCode(word);
			return regimes.find(code).map(found -> code);
		}
		catch (IllegalArgumentException noCode) {
			return Optional.empty();
		}
	}

	private static Optional<PeriodType> type(String word) {
		return Arrays.stream(PeriodType.values()).filter(type -> type.name().equalsIgnoreCase(word)).findFirst();
	}

	private static Optional<LocalDate> day(String text) {
		return text.length() == 10 ? Spans.first(text) : Optional.empty();
	}

	private static boolean yes(Map<String, String[]> parameters, String name) {
		return parameters.getOrDefault(name, new String[0]).length > 0 && List.of("true", "1").contains(parameters.get(name)[0]);
	}

	private static <T> Optional<T> one(Map<String, String[]> parameters, String name, Function<String, Optional<T>> reader, List<FieldProblem> problems, String code) {
		String text = Parameters.one(parameters, name, "");
		if (text.isEmpty()) {
			return Optional.empty();
		}
		Optional<T> read = reader.apply(text);
		if (read.isEmpty()) {
			problems.add(FieldProblem.of("/" + name, code, "value", shown(text)));
		}
		return read;
	}

	/** Values given one by one or with commas between them, each once. */
	private static List<String> words(Map<String, String[]> parameters, String name, int most, List<FieldProblem> problems) {
		List<String> words = Arrays.stream(parameters.getOrDefault(name, new String[0])).flatMap(text -> Arrays.stream(text.split(","))).map(String::strip)
			.filter(word -> !word.isEmpty()).distinct().limit(most + 1L).toList();
		if (words.size() > most) {
			problems.add(FieldProblem.of("/" + name, "reporting.analysis.too-many", "max", most));
		}
		return words;
	}

	private static String shown(String text) {
		return text.length() > 40 ? text.substring(0, 40) + "…" : text;
	}

}
