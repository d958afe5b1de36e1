package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.CountedFigures;
import vn.motcua.reporting.EarlierPeriods;
import vn.motcua.reporting.Findings;
import vn.motcua.reporting.ReportChecks;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.formula.Formula;
import vn.motcua.reporting.formula.PlacedCheck;
import vn.motcua.site.Messages;

/** Checks a report as it stands. */
@Service
class ReportCheck implements Findings, ReportChecks {

	private static final int MOST = 500;

	private static final String RULE = "rule:";

	private static final Locale ENGLISH = Locale.ENGLISH;

	private final ReportForms forms;

	private final Sheets sheets;

	private final ComputedCells computed;

	private final EarlierPeriods earlier;

	private final TextStore texts;

	private final EntryDesk desk;

	private final CountedFigures counted;

	private final Messages messages;

	ReportCheck(ReportForms forms, Sheets sheets, ComputedCells computed, EarlierPeriods earlier, TextStore texts, EntryDesk desk, CountedFigures counted,
			Messages messages) {
		this.forms = forms;
		this.sheets = sheets;
		this.computed = computed;
		this.earlier = earlier;
		this.texts = texts;
		this.desk = desk;
		this.counted = counted;
		this.messages = messages;
	}

	@Override
	public List<Finding> of(SheetKey key) {
		return all(key).stream().sorted(Comparator.comparing(Finding::warning)).limit(MOST).toList();
	}

	private List<Finding> all(SheetKey key) {
		ReportForm form = forms.of(key);
		List<ReportText> said = texts.of(key);
		Map<String, ReportText> explained = said.stream().filter(text -> text.kind() == ReportText.Kind.EXPLANATION && !text.content().isBlank())
			.collect(Collectors.toMap(ReportText::code, text -> text));
		// Figures that a system sent may come without those computed from them.
		Map<Integer, BigDecimal> amounts = new HashMap<>(sheets.sheet(key).amounts());
		amounts.putAll(computed.of(form, amounts));
		List<Finding> found = new ArrayList<>();
		Set<String> sections = written(said, ReportText.Kind.NARRATIVE);
		Set<String> words = written(said, ReportText.Kind.WORDS);
		missing(form, amounts, sections, words, found);
		SheetFigures figures = computed.figures(form, amounts);
		rules(form, figures, sections, words, found);
		corrected(form, amounts, found);
		twice(form, amounts, figures, found);
		negative(form, amounts, found);
		unusual(form, amounts, found);
		return explained(form, found, explained, amounts);
	}

	/** What was said of a figure is said of it alone: once another stands there it wants a word again. */
	private List<Finding> explained(ReportForm form, List<Finding> found, Map<String, ReportText> said, Map<Integer, BigDecimal> amounts) {
		Map<String, List<Sheets.Moment>> asked = new HashMap<>();
		found.stream().filter(finding -> said.containsKey(finding.code()))
			.forEach(finding -> asked.put(finding.code(), places(form, finding).map(place -> new Sheets.Moment(place, said.get(finding.code()).at())).toList()));
		Map<Sheets.Moment, BigDecimal> stood = sheets.before(form.address().key(), asked.values().stream().flatMap(List::stream).distinct().toList());
		return found.stream().map(finding -> {
			List<Sheets.Moment> moments = asked.get(finding.code());
			boolean stands = moments != null && moments.stream().noneMatch(moment -> another(stood.get(moment), amounts.get(moment.position())));
			return finding.explained(stands ? said.get(finding.code()).content() : null);
		}).toList();
	}

	/** The cells that a finding is about. */
	private static Stream<Integer> places(ReportForm form, Finding finding) {
		FormFormulas.Rule rule = finding.code().startsWith(RULE) ? form.formulas().rules().get(finding.code().substring(RULE.length())) : null;
		return rule == null ? Stream.ofNullable(finding.position()) : form.byPlace().entrySet().stream().filter(cell -> reads(rule.formula(), cell.getValue())).map(Map.Entry::getKey);
	}

	private static boolean reads(Formula rule, FormTable.FormCell cell) {
		return rule.references().stream().anyMatch(reference -> reference.indicator().equals(cell.place().indicator()) && reference.breakdown().equals(cell.place().breakdown()));
	}

	/** Whether another figure stands in a cell than did; one that was empty is no other. */
	private static boolean another(@Nullable BigDecimal stood, @Nullable BigDecimal now) {
		return stood != null && (now == null || stood.compareTo(now) != 0);
	}

	@Override
	public void complete(SheetKey key, Actor actor) {
		desk.complete(forms.of(key), actor);
	}

	@Override
	public Set<SheetKey> filled(Collection<SheetKey> reports) {
		Map<SheetKey, Set<String>> written = texts.written(reports);
		return sheets.sheets(reports).stream().filter(sheet -> forms.of(sheet.key()).whole(sheet.amounts().keySet(), written.getOrDefault(sheet.key(), Set.of()))).map(Sheets.Sheet::key)
			.collect(Collectors.toSet());
	}

	@Override
	public List<FieldProblem> findings(SheetKey key) {
		return all(key).stream().filter(Finding::blocks).limit(MOST).map(finding -> new FieldProblem(
				finding.position() != null ? "/cells/" + finding.position() : finding.section() != null ? "/sections/" + finding.section() : "/rules/" + finding.code(),
				"reporting.finding", Map.of("words", finding.words().vi(), "wordsEn", finding.words().en()))).toList();
	}

	private static Set<String> written(List<ReportText> said, ReportText.Kind kind) {
		return said.stream().filter(text -> text.kind() == kind && !text.content().isBlank()).map(ReportText::code).collect(Collectors.toSet());
	}

	private void missing(ReportForm form, Map<Integer, BigDecimal> amounts, Set<String> sections, Set<String> said, List<Finding> found) {
		Map<Integer, ReportForm.CellName> names = form.names();
		form.empty(amounts.keySet())
			.forEach(place -> found.add(finding("missing:" + place, false, place, "reporting.entry.finding.missing", language -> Map.of("cell", names.get(place).in(language)))));
		Map<String, ReportForm.WordsCell> cells = form.words();
		form.unsaid(said)
			.forEach(code -> found.add(finding("words:" + code, false, null, "reporting.entry.finding.missing", language -> Map.of("cell", cells.get(code).name().in(language))).at(code, null)));
		form.unwritten(sections).forEach(section -> found.add(
				finding("section:" + section.code(), false, null, "reporting.entry.finding.section", language -> Map.of("section", section.heading().in(language))).at(null, section.code())));
	}

	/** A rule whose figures are missing says nothing: what must be there is told as missing. One that does not hold is answered by the words it asks for. */
	private void rules(ReportForm form, SheetFigures figures, Set<String> sections, Set<String> words, List<Finding> found) {
		Map<String, ReportForm.WordsCell> cells = form.words();
		form.formulas().rules().forEach((id, rule) -> {
			PlacedCheck placed = rule.check();
			Template.Check check = placed.check();
			if (!Boolean.FALSE.equals(rule.formula().truth(figures))) {
				return;
			}
			if (placed.words() == null && placed.section() == null) {
				found.add(finding(RULE + id, check.warning(), place(form, rule.formula()), "reporting.entry.finding.rule", language -> Map.of("rule", check.words().in(language))));
				return;
			}
			ReportForm.WordsCell cell = placed.words() == null ? null : cells.get(placed.words());
			Template.Narrative section = form.section(placed.section()).orElse(null);
			boolean told = cell != null && (cell.required() || words.contains(placed.words())) || section != null && (section.required() || sections.contains(section.code()));
			if (!told && (cell != null || section != null)) {
				found.add(finding(RULE + id, check.warning(), null, "reporting.entry.finding.asked", language -> Map.of("cell", cell != null ? cell.name().in(language) : section.heading().in(language), "rule", check.words().in(language)))
					.at(placed.words(), placed.section()));
			}
		});
	}

	/** The first cell that a rule reads. */
	private static @Nullable Integer place(ReportForm form, Formula rule) {
		return form.byPlace().entrySet().stream().filter(cell -> reads(rule, cell.getValue())).map(Map.Entry::getKey).min(Comparator.naturalOrder()).orElse(null);
	}

	/** What an agency corrected of a count stands when it says why. */
	private void corrected(ReportForm form, Map<Integer, BigDecimal> amounts, List<Finding> found) {
		Map<Integer, ReportForm.CellName> names = form.names();
		counted.of(form.address().key()).forEach((place, count) -> {
			FormTable.FormCell cell = form.byPlace().get(place);
			BigDecimal own = amounts.get(place);
			if (cell != null && cell.typed() && (own == null || own.compareTo(count) != 0)) {
				found.add(finding("counted:" + place, true, place, "reporting.entry.finding.counted", language -> Map.of("cell", names.get(place).in(language), "value",
						own == null ? "–" : Amounts.words(own, language), "count", Amounts.words(count, language), "difference", Amounts.difference(own, count, language))));
			}
		});
	}

	/** Who gathers reports states its own part only; a figure that equals the sum of those below was probably counted twice. */
	private void twice(ReportForm form, Map<Integer, BigDecimal> amounts, SheetFigures figures, List<Finding> found) {
		if (form.address().agency().level() == Agency.Level.COMMUNE) {
			return;
		}
		Map<Integer, ReportForm.CellName> names = form.names();
		form.byPlace().forEach((place, cell) -> {
			BigDecimal own = amounts.get(place);
			if (own == null || own.signum() == 0 || cell.place().overUnits() != Aggregation.SUM || !cell.typed()) {
				return;
			}
			BigDecimal below = figures.below(cell.place());
			if (below != null && below.compareTo(own) == 0) {
				found.add(finding("twice:" + place, true, place, "reporting.entry.finding.twice",
						language -> Map.of("cell", names.get(place).in(language), "value", Amounts.words(own, language))));
			}
		});
	}

	/** What is counted and added up is seldom below zero. */
	private void negative(ReportForm form, Map<Integer, BigDecimal> amounts, List<Finding> found) {
		Map<Integer, ReportForm.CellName> names = form.names();
		form.byPlace().forEach((place, cell) -> {
			BigDecimal amount = amounts.get(place);
			if (amount != null && belowZero(cell, amount)) {
				found.add(finding("negative:" + place, true, place, "reporting.entry.finding.negative",
						language -> Map.of("cell", names.get(place).in(language), "value", Amounts.words(amount, language))));
			}
		});
	}

	private static boolean belowZero(FormTable.FormCell cell, BigDecimal amount) {
		return amount.signum() < 0 && cell.typed() && cell.decimals() == 0 && cell.place().overUnits() == Aggregation.SUM;
	}

	private void unusual(ReportForm form, Map<Integer, BigDecimal> amounts, List<Finding> found) {
		if (amounts.isEmpty()) {
			return;
		}
		List<Sheets.Sheet> history = sheets.sheets(earlier.usual(form.address().key(), form.address().regime().periodType())).stream().filter(sheet -> sheet.version() > 0).toList();
		Map<Integer, ReportForm.CellName> names = form.names();
		form.byPlace().forEach((place, cell) -> {
			BigDecimal amount = amounts.get(place);
			if (amount == null || !cell.typed() || belowZero(cell, amount)) {
				return;
			}
			List<BigDecimal> values = history.stream().map(sheet -> sheet.amounts().get(place)).filter(Objects::nonNull).toList();
			Outlier.of(amount, values).ifPresent(outlier -> found.add(finding("outlier:" + place, true, place, "reporting.entry.finding.outlier",
					language -> new HashMap<>(Map.of("cell", names.get(place).in(language), "value", Amounts.words(amount, language), "median",
							Amounts.words(outlier.median(), language), "count", values.size())))));
		});
	}

	private Finding finding(String code, boolean warning, @Nullable Integer position, String key, Function<Locale, Map<String, ?>> values) {
		LocalizedText words = new LocalizedText(messages.text(TypedNumber.VIETNAMESE, key, values.apply(TypedNumber.VIETNAMESE)),
				messages.text(ENGLISH, key, values.apply(ENGLISH)));
		return new Finding(code, warning, words, position, null, null, null);
	}

}
