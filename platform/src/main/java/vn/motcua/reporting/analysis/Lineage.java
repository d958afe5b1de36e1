package vn.motcua.reporting.analysis;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.formula.Reference;

/** Opens a figure: its formula and inputs, the periods and units it was summed over, and at the end the entries of a report. */
@Component
class Lineage {

	private static final int PER_PAGE = 50;

	private final FigureQuestion questions;

	private final Analyst analyst;

	private final Units units;

	private final Parts parts;

	private final Regimes regimes;

	private final Sheets sheets;

	private final Reports reports;

	Lineage(FigureQuestion questions, Analyst analyst, Units units, Parts parts, Regimes regimes, Sheets sheets, Reports reports) {
		this.questions = questions;
		this.analyst = analyst;
		this.units = units;
		this.parts = parts;
		this.regimes = regimes;
		this.sheets = sheets;
		this.reports = reports;
	}

	/** @param after place of the first unit below to show */
	LinesView of(String indicator, String period, String agency, Map<String, String[]> given, int after, Actor actor) {
		Question question = questions.of(indicator, period, agency, given);
		Answer answer = analyst.answer(question);
		if (answer.rows().isEmpty() || answer.columns().isEmpty()) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		Answer.Row row = answer.rows().getFirst();
		@Nullable Opening opening = opening(row, answer, question);
		List<Unit> under = row.unit().level().leaf() ? List.of() : units.below(row.unit(), question.asOf() != null ? question.asOf() : answer.columns().getFirst().to());
		if (after < 0 || after > under.size()) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/sau", "common.cursor")));
		}
		List<LinesView.Of> below = below(question, under);
		List<LinesView.Of> page = below.subList(Math.min(after, below.size()), Math.min(below.size(), after + PER_PAGE));
		@Nullable SheetKey key = row.unit().number() == Totals.COUNTRY || opening == null || row.measure().source() == null ? null
				: new SheetKey(row.measure().regime().number(), opening.period().starts(), new AgencyId(row.unit().number()));
		List<Sheets.Change> changes = key == null ? List.of() : sheets.history(key, java.util.Objects.requireNonNull(row.measure().source()).cell().position());
		return new LinesView(answer, row, opening, inputs(question, row), periods(question, row, answer), recast(question, row, answer), page,
				after + PER_PAGE < below.size() ? after + PER_PAGE : null, !under.isEmpty() && below.isEmpty(), changes, key == null ? List.of() : reports.steps(key), key == null ? null : reports.find(key).orElse(null),
				key == null || reports.sees(key, actor), row.lines(question, answer.type(), answer.columns().getFirst()));
	}

	/** The period as it is reported; {@code null} when it is made of shorter ones. */
	private @Nullable Opening opening(Answer.Row row, Answer answer, Question question) {
		if (row.measure().regime().periodType() != answer.type()) {
			return null;
		}
		return regimes.periods(row.measure().regime().number(), question.from(), question.to()).stream().findFirst().orElse(null);
	}

	/** Each figure that the formula reads, of the period it reads it of. */
	private List<LinesView.Of> inputs(Question question, Answer.Row row) {
		List<LinesView.Of> inputs = new ArrayList<>();
		row.measure().inputs().forEach((reference, input) -> {
			List<String> breakdown = input.breakdown().whole() ? List.of() : List.of(input.breakdown().value());
			LocalDate from = reference.when() == Reference.When.NOW ? question.from() : question.from().minusYears(1);
			Answer answer = analyst.answer(new Question(List.of(input.indicator().code()), breakdown, question.agencies(), null, from, question.to(), question.periodType(), question.asOf(),
					Set.of(Figure.VALUE), question.regime(), null, false));
			int column = answer.columns().isEmpty() ? -1 : Columns.before(answer.type(), answer.columns(), answer.columns().size() - 1, reference.when());
			if (column >= 0) {
				answer.rows().forEach(each -> inputs.add(new LinesView.Of(answer, each, column)));
			}
		});
		return inputs.stream().sorted(Comparator.comparing((LinesView.Of of) -> of.row().measure().indicator().code()).thenComparing(of -> of.answer().columns().get(of.column()).starts())).toList();
	}

	private List<LinesView.Of> periods(Question question, Answer.Row row, Answer answer) {
		PeriodType reported = row.measure().regime().periodType();
		if (row.measure().source() == null || reported == answer.type()) {
			return List.of();
		}
		Answer shorter = analyst.answer(with(question, question.indicators(), question.breakdowns(), question.agencies(), reported, question.asOf()));
		List<LinesView.Of> of = new ArrayList<>();
		for (int c = 0; c < shorter.columns().size() && !shorter.rows().isEmpty(); c++) {
			of.add(new LinesView.Of(shorter, shorter.rows().getFirst(), c));
		}
		return of;
	}

	private List<LinesView.Of> recast(Question question, Answer.Row row, Answer answer) {
		if (question.asOf() == null || row.unit().number() == Totals.COUNTRY) {
			return List.of();
		}
		LocalDate day = answer.columns().getFirst().to();
		Parts.Of of = parts.of(row.unit().number(), question.asOf(), day);
		if (!of.recast()) {
			return List.of();
		}
		List<String> those = Arrays.stream(of.units()).mapToObj(number -> "id:" + number).toList();
		return those.isEmpty() ? List.of() : first(with(question, question.indicators(), question.breakdowns(), those, question.periodType(), null));
	}

	/** Level by level by their names, as people look for them; of levels of which any has the figure. */
	private List<LinesView.Of> below(Question question, List<Unit> under) {
		if (under.isEmpty()) {
			return List.of();
		}
		List<LinesView.Of> all = first(with(question, question.indicators(), question.breakdowns(), under.stream().map(Unit::address).toList(), question.periodType(), question.asOf()));
		Set<UnitLevel> levels = all.stream().filter(of -> of.row().value(of.column()) != null).map(of -> of.row().unit().level()).collect(Collectors.toSet());
		Collator names = Collator.getInstance(Locale.of("vi"));
		return all.stream().filter(of -> levels.contains(of.row().unit().level())).sorted(Comparator.comparing((LinesView.Of of) -> of.row().unit().level() == UnitLevel.MINISTRY)
			.thenComparing(of -> of.row().unit().level()).thenComparing(of -> of.row().unit().name().vi(), names).thenComparing(of -> of.row().unit().code())).toList();
	}

	/** The values of an answer in its first period. */
	private List<LinesView.Of> first(Question question) {
		Answer answer = analyst.answer(question);
		return answer.columns().isEmpty() ? List.of() : answer.rows().stream().map(row -> new LinesView.Of(answer, row, 0)).toList();
	}

	private static Question with(Question question, List<IndicatorCode> indicators, List<String> breakdowns, List<String> agencies, @Nullable PeriodType type,
			@Nullable LocalDate asOf) {
		return new Question(indicators, breakdowns, agencies, null, question.from(), question.to(), type, asOf, Set.of(Figure.VALUE), question.regime(), null, false);
	}

}
