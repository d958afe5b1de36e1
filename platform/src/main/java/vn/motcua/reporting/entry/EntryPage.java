package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Findings.Finding;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Template;
import vn.motcua.site.Page;
import vn.motcua.site.component.FieldError;

/**
 * The page a report is filled in on.
 *
 * @param obligation {@code null} when nobody owes this report
 * @param refusal why its figures cannot be changed by this reader now, {@code null} when they can
 * @param before values of the period before
 * @param yearAgo values of the same period a year ago
 * @param wordsBefore words in tables of the period before, by their code
 * @param counted what the platform counted, by place
 * @param sums over the agency and all below it, for its narrative; {@code null} where nobody below reported anything, or where none is shown
 * @param returned why it came back, {@code null} when it did not or was sent again
 * @param typed what was posted and could not be saved as it is, by the name of the field
 * @param wrong what is wrong with it
 * @param meanwhile words and rows that somebody else wrote where the clerk did
 * @param findings {@code null} when the report was not checked
 */
public record EntryPage(ReportForm form, Reports.@Nullable Obligation obligation, @Nullable String refusal, Sheets.Sheet sheet, Map<Integer, BigDecimal> before,
		Map<Integer, BigDecimal> yearAgo, Map<String, String> wordsBefore, Map<Integer, BigDecimal> counted, Map<String, BigDecimal> computed, @Nullable ReportSums sums, List<ReportText> texts, List<GrowingRow> rows, List<Attachment> attachments,
		Reports.@Nullable Step returned, Map<String, String> typed, Map<String, EntryInput.Wrong> wrong, List<Sheets.Conflict> conflicts, List<Meanwhile> meanwhile,
		@Nullable List<Finding> findings) {

	/** Rows to write in that a table that grows shows below those it has. */
	private static final int BLANK_ROWS = 3;

	public boolean editable() {
		return refusal == null;
	}

	public String href() {
		return "/bao-cao/nhap/" + form.address().path();
	}

	/** Whether anything on it has a history. */
	public boolean remembers() {
		return !form.byPlace().isEmpty() || !form.words().isEmpty() || !form.template().narratives().isEmpty();
	}

	/** Whether anything was ever written in a section. */
	public boolean said(Template.Narrative section) {
		return find(ReportText.Kind.NARRATIVE, section.code()) != null;
	}

	/** Checked and in order: it can be put before the leader. */
	public boolean ready() {
		return findings != null && editable() && obligation != null && findings.stream().noneMatch(Finding::blocks)
				&& switch (obligation.state()) {
					case OPEN, DRAFTING, RETURNED -> true;
					case CHECKED, APPROVED, SENT, RECEIVED, ACCEPTED, AGGREGATED, CLOSED -> false;
				};
	}

	public boolean failed() {
		return !wrong.isEmpty() || !conflicts.isEmpty();
	}

	/** What stands in the input of a cell. */
	public String shown(FormTable.FormCell cell, Locale language) {
		int place = cell.place().position();
		String posted = typed.get("c" + place);
		return posted != null ? posted : Amounts.words(sheet.amounts().get(place), language);
	}

	/** Value of a computed cell. */
	public String sum(FormTable table, FormTable.FormCell cell, Locale language) {
		return Amounts.words(computed.get(id(table, cell)), language);
	}

	/** The period before and the year before, as they stand under a cell. */
	public String earlier(FormTable.FormCell cell, Locale language) {
		if (cell.place() == null) {
			return "";
		}
		BigDecimal last = before.get(cell.place().position());
		BigDecimal year = yearAgo.get(cell.place().position());
		return last == null && year == null ? "" : words(last, language) + " · " + words(year, language);
	}

	/** What was counted for a cell whose figure the agency corrected, with the difference; empty where nothing was corrected. */
	public String corrected(Page page, FormTable.FormCell cell) {
		BigDecimal count = cell.place() == null ? null : counted.get(cell.place().position());
		BigDecimal own = count == null ? null : sheet.amounts().get(cell.place().position());
		return count == null || own != null && own.compareTo(count) == 0 ? ""
				: page.t("reporting.entry.counted", "count", Amounts.words(count, page.locale()), "difference", Amounts.difference(own, count, page.locale()));
	}

	/** Words of a cell as people read them. */
	public String said(Page page, FormTable table, FormTable.FormCell cell) {
		String text = text(ReportText.Kind.WORDS, cell.words());
		Template.Column column = table.table().columns().get(cell.column());
		return column.kind().equals("text") ? text : RowWords.value(column, text, page);
	}

	/** Words of the period before, as they stand under a cell; its form may have had another kind of column. */
	public String saidBefore(Page page, FormTable table, FormTable.FormCell cell) {
		Template.Column column = table.table().columns().get(cell.column());
		String text = RowWords.value(column, wordsBefore.getOrDefault(cell.words(), ""), page);
		return text.isEmpty() ? "" : page.t("reporting.entry.said-before", "text", text);
	}

	public static String id(FormTable table, FormTable.FormCell cell) {
		return cell.words() != null ? "w." + cell.words() : cell.place() != null ? "c" + cell.place().position() : "k-" + table.table().code() + "-" + cell.row() + "-" + cell.column();
	}

	public @Nullable String problem(Page page, String name) {
		EntryInput.Wrong found = wrong.get(name);
		if (found != null) {
			return page.t("problem.reporting." + found.rule(), found.values());
		}
		return conflicts.stream().filter(conflict -> name.equals("c" + conflict.position())).findFirst()
			.map(conflict -> page.t("reporting.entry.conflict", "by", conflict.by(), "value", words(conflict.amount(), page.locale()), "at", page.time(conflict.at())))
			.orElse(null);
	}

	public List<FieldError> errors(Page page) {
		if (!failed()) {
			return List.of();
		}
		Map<Integer, ReportForm.CellName> names = form.names();
		Map<String, ReportForm.WordsCell> cells = form.words();
		java.util.stream.Stream<String> fields = java.util.stream.Stream.concat(wrong.keySet().stream(), conflicts.stream().map(conflict -> "c" + conflict.position()));
		return fields.distinct().limit(50).map(name -> {
			String words = problem(page, name);
			ReportForm.WordsCell said = name.startsWith("w.") ? cells.get(name.substring(2)) : null;
			ReportForm.CellName where = said != null ? said.name() : name.matches("c\\d+") ? names.get(Integer.valueOf(name.substring(1))) : null;
			return new FieldError(name, where == null ? words : where.in(page.locale()) + ": " + words);
		}).toList();
	}

	public String text(ReportText.Kind kind, String code) {
		String posted = typed.get(EntryInput.prefix(kind) + code);
		return posted != null ? posted : find(kind, code) == null ? "" : find(kind, code).content();
	}

	/** A section as it reads, with its figures. */
	public PlainRichText written(Template.Narrative section, Locale language) {
		return PlainRichText.of(text(ReportText.Kind.NARRATIVE, section.code()), figure -> form.figure(figure, sums == null ? sheet.amounts() : sums.amounts(), sums == null ? computed : sums.computed(), language));
	}

	/** A warning that was explained while other figures stood there. */
	public boolean explainedBefore(Finding finding) {
		ReportText said = finding.warning() && finding.explanation() == null ? find(ReportText.Kind.EXPLANATION, finding.code()) : null;
		return said != null && !said.content().isBlank();
	}

	public int textVersion(ReportText.Kind kind, String code) {
		ReportText text = find(kind, code);
		return seen("v" + EntryInput.prefix(kind) + code, text == null ? 0 : text.version());
	}

	/** Version of the sheet that the cells were drawn from. */
	public int version() {
		return seen("v", sheet.version());
	}

	public int rowVersion(GrowingRow row) {
		return seen("v" + row.field(), row.version());
	}

	/** What was posted and not saved was written by somebody who saw what stood there then, not what stands there now. */
	private int seen(String name, int now) {
		String posted = typed.getOrDefault(name, "");
		return posted.matches("\\d{1,9}") ? Integer.parseInt(posted) : now;
	}

	public Map<Integer, ReportText> notes() {
		return texts.stream().filter(text -> text.kind() == ReportText.Kind.NOTE && !text.content().isBlank())
			.collect(Collectors.toMap(text -> Integer.valueOf(text.code()), text -> text, (one, other) -> one, java.util.TreeMap::new));
	}

	/** What somebody else wrote under a name of the page. */
	public List<Meanwhile> meanwhile(String field) {
		return meanwhile.stream().filter(theirs -> theirs.field().equals(field)).toList();
	}

	/** Rows of a table that grows: those it has, those that were posted and not saved, and empty ones to write in. */
	public List<GrowingRow> rowsOf(Template.Table table) {
		List<GrowingRow> own = new java.util.ArrayList<>(rows.stream().filter(row -> row.table().equals(table.code())).toList());
		EntryInput.ids(typed, table.code()).stream().filter(id -> own.stream().noneMatch(row -> row.id().equals(id)))
			.forEach(id -> own.add(new GrowingRow(table.code(), id, own.size(), Map.of(), 0)));
		int room = Math.min(table.growing(), own.size() + (editable() ? BLANK_ROWS : 0));
		while (own.size() < room) {
			own.add(new GrowingRow(table.code(), UUID.randomUUID(), own.size(), Map.of(), 0));
		}
		return own;
	}

	public String value(GrowingRow row, Template.Column column, Locale language) {
		String posted = typed.get("g." + row.table() + "." + row.id() + "." + column.code());
		String value = row.values().getOrDefault(column.code(), "");
		if (posted != null || value.isEmpty() || !column.kind().equals("number")) {
			return posted != null ? posted : value;
		}
		return Amounts.words(new BigDecimal(value), language);
	}

	/** What is still empty of what must be filled in. */
	public Map<String, Integer> filled() {
		Map<String, Integer> counts = new HashMap<>();
		form.byPlace().forEach((place, cell) -> {
			if (cell.typed()) {
				counts.merge("all", 1, Integer::sum);
				counts.merge("filled", sheet.amounts().containsKey(place) ? 1 : 0, Integer::sum);
			}
		});
		return counts;
	}

	/** What belongs in a section and how it is written; for each figure the code that is written for it, and its name in the tables. */
	public String hint(Page page, Template.Narrative section) {
		Map<Integer, ReportForm.CellName> names = form.names();
		Map<String, String> named = new LinkedHashMap<>();
		String hint = section.hint() == null ? "" : PlainRichText.filled(page.text(section.hint()), figure -> form.place(figure).map(place -> {
			named.put(figure, names.get(place).in(page.locale()));
			return "{" + figure + "}";
		}).orElse(null));
		return Stream.concat(Stream.of(hint, page.t("reporting.entry.markup")), named.entrySet().stream()
			.map(figure -> page.t("reporting.entry.markup.figure", "code", "{" + figure.getKey() + "}", "name", figure.getValue()))).filter(words -> !words.isEmpty()).collect(Collectors.joining(" "));
	}

	public String unit(Page page, String unit) {
		String key = "reporting.unit." + unit;
		String words = page.t(key);
		return words.equals(key) ? unit : words;
	}

	static String unitWords(vn.motcua.site.Messages messages, Locale language, String unit) {
		String key = "reporting.unit." + unit;
		return messages.has(key) ? messages.text(language, key) : unit;
	}

	private @Nullable ReportText find(ReportText.Kind kind, String code) {
		return texts.stream().filter(text -> text.kind() == kind && text.code().equals(code)).findFirst().orElse(null);
	}

	private static String words(@Nullable BigDecimal amount, Locale language) {
		return amount == null ? "–" : Amounts.words(amount, language);
	}

}
