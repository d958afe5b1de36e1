package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.Template.TableCell;
import vn.motcua.reporting.regime.FormRows.Line;
import vn.motcua.reporting.regime.FormSheet.FormCell;
import vn.motcua.reporting.regime.FormSheet.Merge;

/**
 * Columns of a table of given rows that take words: those in which one chooses among words, those that are called like <i>Ghi chú</i> or <i>Nguyên nhân</i>
 * and are empty, and those in which words stand. They have codes of their own, so that figures keep theirs.
 *
 * @param columns by the column of the sheet
 */
record FormWords(FormSheet sheet, FormRecognition found, Map<Integer, Template.Column> columns) {

	private static final Pattern CALLED = Pattern.compile("(ghi chu|chu thich|note|remark|comment|nguyen nhan|ly do|giai phap|bien phap|de xuat|kien nghi.*(giai phap|de xuat)|kho khan|vuong mac|ton tai|han che|nhan xet"
			+ "|danh gia|dien giai|giai trinh|thuyet minh|mo ta|huong xu ly|dia diem|(co quan|don vi|nguoi) (chu tri|thuc hien|phoi hop|phu trach|chiu trach nhiem)|thoi han|cause|reason|solution)\\b.*");

	private static final Pattern DAYS = Pattern.compile("ngay (hoan thanh|ban hanh|thang|bat dau|ket thuc|thuc hien|cap|ky|xay ra)\\b.*");

	private static final Pattern WORDS = Pattern.compile(".*\\p{L}{2,}.*");

	/** @param asking lines that ask for something */
	static FormWords of(FormSheet sheet, FormRecognition found, FormHeadings headings, Set<Integer> asking, List<FormFinding> findings) {
		FormWords words = new FormWords(sheet, found, new LinkedHashMap<>());
		for (int column : found.data()) {
			List<LocalizedText> path = headings.path(column);
			Template.@Nullable Column one = asking.isEmpty() ? null : words.column(column, path, headings.unit(column), asking);
			if (one != null) {
				words.columns.put(column, one);
				String where = sheet.where(found.header(), column);
				@Nullable FormEntry lost = asking.stream().map(line -> sheet.entry(line, column)).filter(entry -> entry != null && entry.list() && entry.choices() == null).findFirst().orElse(null);
				findings.add(lost != null ? FormFinding.warning(where, "list-lost", "formula", lost.formula())
						: one.choices().isEmpty() ? FormFinding.warning(where, "words-taken", "column", path.getLast().vi())
								: FormFinding.warning(where, "list-taken", "choices", one.choices().stream().map(LocalizedText::vi).collect(Collectors.joining("; "))));
			}
		}
		return words;
	}

	/** The table without them. */
	FormRecognition figures() {
		return found.in(found.data().stream().filter(column -> !columns.containsKey(column)).toList());
	}

	/** All columns in their order. @param figures those of {@link #figures()} */
	List<Template.Column> among(List<Template.Column> figures) {
		List<Template.Column> rest = new ArrayList<>(figures);
		return found.data().stream().map(column -> columns.containsKey(column) ? columns.get(column) : rest.removeFirst()).toList();
	}

	/**
	 * Cells in lines with figures, or in all where the table has none.
	 *
	 * @param filled rows with figures
	 */
	List<TableCell> cells(Map<Integer, Line> lines, Set<Integer> asking, Set<String> filled) {
		List<TableCell> cells = new ArrayList<>();
		columns.forEach((place, column) -> lines.forEach((line, row) -> {
			if (asking.contains(line) && (filled.isEmpty() || filled.contains(row.row().code())) && open(line, place)) {
				cells.add(TableCell.words(row.row().code(), column.code(), false));
			}
		}));
		return cells;
	}

	/** Of merged cells the first takes the words; one with a cross takes none. */
	private boolean open(int line, int column) {
		@Nullable Merge merge = sheet.merge(line, column);
		return !sheet.own(line, column).matches("[xX-]") && (merge == null || merge.row() == line && merge.column() == column);
	}

	private Template.@Nullable Column column(int column, List<LocalizedText> path, @Nullable String unit, Set<Integer> asking) {
		List<@Nullable FormEntry> entries = asking.stream().map(line -> sheet.entry(line, column)).toList();
		String code = "W" + (columns.size() + 1);
		if (entries.stream().allMatch(entry -> entry != null && entry.words())) {
			List<LocalizedText> choices = entries.stream().filter(Objects::nonNull).flatMap(entry -> Objects.requireNonNull(entry.choices()).stream()).distinct().map(LocalizedText::same).toList();
			return choices.size() > FormEntry.MOST_CHOICES ? new Template.Column(code, path, "text", List.of(), 0) : new Template.Column(code, path, "choice", choices, 0);
		}
		@Nullable String kind = kind(column, RegimeController.folded(path.getLast().vi()), unit, entries, asking);
		return kind == null ? null : new Template.Column(code, path, kind, List.of(), 0);
	}

	private @Nullable String kind(int column, String called, @Nullable String unit, List<@Nullable FormEntry> entries, Set<Integer> asking) {
		List<FormCell> written = asking.stream().map(line -> sheet.cell(line, column)).filter(cell -> cell != null && (cell.formula() != null || !cell.text().isBlank() && !cell.text().strip().matches("[xX-]"))).toList();
		boolean figures = written.stream().anyMatch(cell -> cell.formula() != null || cell.number() || !WORDS.matcher(cell.text()).matches() || FormRecognition.TAG.matcher(cell.text()).find());
		if (figures || unit != null) {
			return null;
		}
		if (entries.stream().allMatch(entry -> entry != null && "date".equals(entry.columnKind()))) {
			return "date";
		}
		boolean lists = entries.stream().allMatch(entry -> entry != null && entry.list() && entry.choices() == null);
		boolean numbers = entries.stream().anyMatch(entry -> entry != null && "number".equals(entry.columnKind()));
		if (numbers || !lists && !CALLED.matcher(called).matches() && written.size() * 2 < asking.size() + 1) {
			return !numbers && written.isEmpty() && DAYS.matcher(called).matches() ? "date" : null;
		}
		return "text";
	}

}
