package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Findings;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.ValueSource;

/** What the script of the clerk's page asks: saves of single cells, what others saved, history of a cell, findings. Amounts travel as plain decimals in text. */
@RestController
@RequestMapping("/api/reporting/v1/sheets/{regime}/{period}/{agency}")
class EntryApi {

	/** What was saved longer ago is committed, so that whoever asks sees it. */
	private static final Duration LATEST = Duration.ofMinutes(1);

	private final ReportForms forms;

	private final EntryDesk desk;

	private final Sheets sheets;

	private final Reports reports;

	private final TextStore texts;

	private final GrowingRowStore rows;

	private final Findings findings;

	private final Clock clock;

	EntryApi(ReportForms forms, EntryDesk desk, Sheets sheets, Reports reports, TextStore texts, GrowingRowStore rows, Findings findings, Clock clock) {
		this.forms = forms;
		this.desk = desk;
		this.sheets = sheets;
		this.reports = reports;
		this.texts = texts;
		this.rows = rows;
		this.findings = findings;
		this.clock = clock;
	}

	/** @param value plain decimal, {@code null} or empty empties the cell @param version of the sheet the writer saw; {@code null} writes over what stands there */
	record CellInput(int position, @Nullable String value, @Nullable Integer version) {
	}

	record TextInput(ReportText.Kind kind, String code, String content, int version) {
	}

	record RowInput(String table, UUID id, int place, Map<String, String> values, int version) {
	}

	record SheetInput(@Nullable List<CellInput> cells, @Nullable List<TextInput> texts, @Nullable List<RowInput> rows) {
	}

	record CellValue(int position, @Nullable String value) {
	}

	record CellConflict(int position, @Nullable String value, int version, String by, Instant at) {
	}

	/** @param lost kind and code, or table and id, of words and rows that were not taken @param meanwhile what stands there */
	record SheetSaved(int version, Instant savedAt, List<CellValue> computed, List<CellConflict> conflicts, List<String> lost, List<Meanwhile> meanwhile) {
	}

	/**
	 * @param version to ask from the next time
	 * @param more whether later changes are left
	 * @param words of all kinds, empty where they were taken out, and added rows, when asked for
	 * @param asOf from when to ask for words the next time: some may come twice, known by their version
	 */
	record SheetChanges(int version, boolean open, boolean more, List<CellConflict> changes, List<Meanwhile> words, Instant asOf) {
	}

	record CellHistory(String note, int noteVersion, List<CellConflict> changes) {
	}

	/** @param cellOfWords code of words in a table, {@code B1.R2.C4} */
	record FindingLine(String code, boolean warning, String words, String wordsEn, @Nullable Integer position, @Nullable String cellOfWords, @Nullable String section, @Nullable String explanation) {
	}

	@PatchMapping
	@RequiresPermission(Permission.REPORT_FILL)
	SheetSaved save(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @RequestBody SheetInput input, @CurrentActor Actor actor) {
		ReportForm form = forms.at(regime, period, agency, actor);
		requireReadable(input);
		List<Sheets.CellChange> cells = new ArrayList<>();
		for (CellInput cell : given(input.cells())) {
			cells.add(new Sheets.CellChange(cell.position(), amount(cell), cell.version()));
		}
		List<ReportText.Change> words = given(input.texts()).stream()
			.map(text -> new ReportText.Change(text.kind(), text.code(), text.content() == null ? "" : text.content().strip(), text.version())).toList();
		List<GrowingRow> rows = given(input.rows()).stream().map(row -> new GrowingRow(row.table(), row.id(), row.place(), row.values(), row.version())).toList();
		EntryDesk.Outcome outcome = desk.save(form, new EntryDesk.Changes(cells, words, rows), EntryDesk.source(actor), actor);
		List<CellValue> computed = outcome.computed().entrySet().stream().map(sum -> new CellValue(sum.getKey(), Amounts.plain(sum.getValue()))).toList();
		return new SheetSaved(outcome.version(), clock.instant(), computed, outcome.conflicts().stream().map(conflict -> new CellConflict(conflict.position(),
				Amounts.plain(conflict.amount()), conflict.version(), conflict.by(), conflict.at())).toList(), outcome.meanwhile().stream().map(Meanwhile::lost).toList(),
				outcome.meanwhile());
	}

	/** The latest change of each cell since a version. @param words from when on words and rows are asked for; empty for all, {@code null} for none */
	@GetMapping
	@RequiresPermission(Permission.REPORT_VIEW)
	SheetChanges changes(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @CurrentActor Actor actor, @RequestParam(defaultValue = "0") int since,
			@RequestParam(required = false) @Nullable String words) {
		ReportForm form = forms.at(regime, period, agency, actor);
		SheetKey key = form.address().key();
		Map<Integer, Sheets.Change> latest = new TreeMap<>();
		Sheets.Changes slice = sheets.changesSince(key, since);
		slice.changes().forEach(change -> latest.merge(change.position(), change, (one, other) -> one.version() >= other.version() ? one : other));
		boolean open = reports.find(key).map(obligation -> obligation.state().open()).orElse(false);
		Instant asOf = clock.instant().minus(LATEST);
		List<Meanwhile> said = words == null ? List.of() : said(form, moment(words));
		return new SheetChanges(slice.version(), open, slice.more(), latest.values().stream().map(EntryApi::line).toList(), said, asOf);
	}

	@GetMapping("/cells/{position}")
	@RequiresPermission(Permission.REPORT_VIEW)
	CellHistory history(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @CurrentActor Actor actor, @PathVariable int position) {
		ReportForm form = forms.at(regime, period, agency, actor);
		if (!form.byPlace().containsKey(position)) {
			throw new ProblemException(EntryProblem.NO_SUCH_PLACE);
		}
		SheetKey key = form.address().key();
		ReportText note = texts.find(key, ReportText.Kind.NOTE, String.valueOf(position)).orElse(null);
		return new CellHistory(note == null ? "" : note.content(), note == null ? 0 : note.version(),
				sheets.history(key, position).stream().limit(20).map(EntryApi::line).toList());
	}

	@GetMapping("/findings")
	@RequiresPermission(Permission.REPORT_VIEW)
	List<FindingLine> findings(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @CurrentActor Actor actor) {
		return findings.of(forms.at(regime, period, agency, actor).address().key()).stream().map(finding -> new FindingLine(finding.code(), finding.warning(),
				finding.words().vi(), finding.words().en(), finding.position(), finding.cellOfWords(), finding.section(), finding.explanation())).toList();
	}

	private List<Meanwhile> said(ReportForm form, Instant since) {
		List<Meanwhile> said = new ArrayList<>(texts.since(form.address().key(), since).stream().map(Meanwhile::of).toList());
		if (form.tables().stream().anyMatch(FormTable::grows)) {
			said.addAll(rows.since(form.address().key(), since));
		}
		return said;
	}

	/** No earlier than anything was saved and no later than now, so that every database can say it. */
	private Instant moment(String text) {
		try {
			Instant moment = text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
			Instant now = clock.instant();
			return moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment.isAfter(now) ? now : moment;
		}
		catch (DateTimeParseException unreadable) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
	}

	private static CellConflict line(Sheets.Change change) {
		return new CellConflict(change.position(), Amounts.plain(change.amount()), change.version(), change.by(), change.at());
	}

	private static @Nullable BigDecimal amount(CellInput cell) {
		if (cell.value() == null || cell.value().isEmpty()) {
			return null;
		}
		BigDecimal amount = Amounts.read(cell.value());
		if (amount == null) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/cells/" + cell.position(), "reporting.number")));
		}
		return amount;
	}

	/** Nothing that a change cannot do without is missing. */
	private static void requireReadable(SheetInput input) {
		boolean cells = given(input.cells()).stream().allMatch(Objects::nonNull);
		boolean texts = given(input.texts()).stream().allMatch(text -> text != null && text.kind() != null && text.code() != null);
		boolean rows = given(input.rows()).stream().allMatch(row -> row != null && row.table() != null && row.id() != null && row.values() != null
				&& row.values().values().stream().allMatch(Objects::nonNull));
		if (!cells || !texts || !rows) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
	}

	private static <T> List<T> given(@Nullable List<T> list) {
		return list == null ? List.of() : list;
	}

}
