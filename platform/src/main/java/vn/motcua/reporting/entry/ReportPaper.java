package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Findings.Finding;
import vn.motcua.reporting.Template;
import vn.motcua.site.Page;

/**
 * A whole report as it stands on paper, in Vietnamese.
 *
 * @param frame what stands around it
 * @param sums over the agency and all below it, {@code null} where nobody below reported anything
 * @param words in tables, by their code
 */
public record ReportPaper(ReportForm form, PaperFrame frame, Map<Integer, BigDecimal> amounts, Map<String, BigDecimal> computed, @Nullable ReportSums sums, List<GrowingRow> rows, Map<String, String> words, List<Section> sections,
		List<Finding> explained, List<Note> notes, List<Attachment> attachments, Map<String, String> units, int version, String periodName, Instant now) {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	/** A section of the narrative with its figures filled in. */
	public record Section(String heading, PlainRichText text) {
	}

	/** A note of a cell. */
	public record Note(String cell, String text) {
	}

	/** The same with the sums in its cells, and no words or rows. */
	public ReportPaper gathered() {
		ReportSums of = Objects.requireNonNull(sums);
		return new ReportPaper(form, frame, of.amounts(), of.computed(), null, List.of(), Map.of(), sections, explained, notes, attachments, units, version, periodName, now);
	}

	public String value(FormTable table, FormTable.FormCell cell) {
		if (cell.words() != null) {
			return value(words.getOrDefault(cell.words(), ""), table.table().columns().get(cell.column()));
		}
		BigDecimal amount = cell.computed() ? computed.get(EntryPage.id(table, cell)) : amounts.get(cell.place().position());
		return Amounts.words(amount, TypedNumber.VIETNAMESE);
	}

	/** Mark, name, and the unit where neither the name nor the table tells it. */
	public String heading(FormTable table, FormTable.FormRow row) {
		String name = row.row().name().vi();
		String unit = table.unit() == null ? unit(row.unit()) : null;
		return (row.row().mark() == null ? "" : row.row().mark() + ". ") + name + (FormTable.FormRow.tells(name, unit) ? "" : " (" + unit + ")");
	}

	public List<GrowingRow> rowsOf(Template.Table table) {
		return rows.stream().filter(row -> row.table().equals(table.code())).toList();
	}

	public String value(GrowingRow row, Template.Column column) {
		return value(row.values().getOrDefault(column.code(), ""), column);
	}

	private static String value(String value, Template.Column column) {
		if (value.isEmpty()) {
			return "";
		}
		return switch (Words.kind(column, value)) {
			case "number" -> Amounts.words(new BigDecimal(value), TypedNumber.VIETNAMESE);
			case "date" -> DAY.format(java.time.LocalDate.parse(value));
			default -> value;
		};
	}

	public @Nullable String unit(@Nullable String unit) {
		return unit == null ? null : units.getOrDefault(unit, unit);
	}

	public String period() {
		var period = form.address().opening().period();
		return periodName + " (số liệu từ " + DAY.format(period.from()) + " đến " + DAY.format(period.to()) + ")";
	}

	public String day() {
		var day = now.atZone(Page.ZONE);
		return "ngày %02d tháng %02d năm %d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
	}

	/** Agency it stands under, empty for none. */
	public String above() {
		return frame.above();
	}

	public String place() {
		return frame.place();
	}

	public List<String> recipients() {
		return frame.recipients();
	}

	/** A page lies down when a table has many columns; one with words counts for two. */
	public boolean wide() {
		return form.tables().stream().anyMatch(table -> table.table().columns().stream().mapToInt(column -> !table.grows() && column.words() ? 2 : 1).sum() > 6);
	}

}
