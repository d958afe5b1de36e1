package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.regime.FormSheet.FormCell;
import vn.motcua.reporting.regime.FormSheet.Merge;

/**
 * Where the table of a form lies: the heading row is the one that says {@code STT}, {@code Nội dung}, {@code Chỉ tiêu} or stands above tagged cells; its
 * columns are names, marks, units and figures.
 *
 * @param from first row that belongs to it and not to a table above
 * @param header first row of the heading
 * @param first first row of figures
 * @param last last row of figures
 * @param mark column of the numbering, −1 for none
 * @param group column with what several rows belong to, −1 for none
 * @param name column of the rows' names
 * @param unit column of units, −1 for none
 * @param data columns of figures and of words; of a table that grows all but the numbering
 * @param grows whether it has a heading and no rows, so that who reports adds them
 */
record FormRecognition(int from, int header, int first, int last, int mark, int group, int name, int unit, List<Integer> data, boolean grows) {

	private static final int LONGEST_HEADING = 80;

	/** More is no numbering. */
	private static final int LONGEST_MARK = 8;

	static final Pattern TAG = Pattern.compile("\\{\\{\\s*([A-Z][A-Z0-9_]{1,23})\\s*(?:\\[([^\\]]*)])?\\s*}}");

	private static final Set<String> MARKS = Set.of("stt", "tt", "so tt", "so thu tu", "no", "no.");

	private static final Pattern NAMES = Pattern.compile("(noi dung|chi tieu|ten|danh muc|tieu chi|don vi$|dia ban|linh vuc|item|indicator|content).*");

	private static final Pattern UNITS = Pattern.compile("(don vi tinh|dvt|dv tinh|don vi do|unit)\\b.*");

	private static final Pattern CODES = Pattern.compile("(ma so|ma chi tieu|code)\\b.*");

	private static final Pattern ORDINAL = Pattern.compile("\\(?([A-E]|\\d{1,2})\\)?(\\s*=.*)?");

	/** A signature, or a note below the table whatever sign it begins with. */
	private static final Pattern END = Pattern.compile("[^\\p{L}\\d]*((nguoi lap|thu truong|ghi chu|chu thich|luu y|ngay \\S+ thang|lap bieu|ky, ghi|noi nhan|.*ngay\\s*\\.+.*thang).*|nguon( so lieu)?:.*)");

	private static final int LONGEST_UNIT = 20;

	private static final Pattern NUMBERED = Pattern.compile("([IVXLC]{1,6}|[A-Z]|\\d{1,3}(\\.\\d{1,3})*)[.)]?");

	private static final int LONGEST_GAP = 5;

	/** Tables of a sheet, from the top. */
	static List<FormRecognition> all(FormSheet sheet) {
		List<FormRecognition> all = new ArrayList<>();
		int from = 0;
		for (int row = 0; row < sheet.rows(); row++) {
			@Nullable FormRecognition found = headedBy(sheet, from, row);
			if (found != null) {
				all.add(found);
				row = Math.max(found.last(), found.first() - 1);
				from = row + 1;
			}
		}
		return all;
	}

	private static @Nullable FormRecognition headedBy(FormSheet sheet, int from, int header) {
		int mark = -1;
		int name = -1;
		int unit = -1;
		int second = -1;
		List<Integer> others = new ArrayList<>();
		for (int column = 0; column < sheet.columns(); column++) {
			String text = sheet.hidden().column(column) ? "" : RegimeController.folded(sheet.text(header, column));
			if (mark < 0 && MARKS.contains(text)) {
				mark = column;
			}
			else if (unit < 0 && (UNITS.matcher(text).matches() || name >= 0 && text.equals("don vi") && units(sheet, header, column))) {
				unit = column;
			}
			else if (name < 0 && text.length() <= LONGEST_HEADING && text.indexOf(':') < 0 && NAMES.matcher(text).matches()) {
				name = column;
			}
			else if (!text.isEmpty() && !CODES.matcher(text).matches()) {
				second = second < 0 && NAMES.matcher(text).matches() ? column : second;
				others.add(column);
			}
		}
		if (name < 0 && mark >= 0 && !others.isEmpty()) {
			name = others.removeFirst();
		}
		int group = -1;
		if (second > name && name >= 0 && spans(sheet, header, name)) {
			group = name;
			name = second;
		}
		int nameColumn = name;
		group = group >= 0 ? group : others.stream().filter(column -> column < nameColumn && spans(sheet, header, column)).findFirst().orElse(-1);
		others.removeIf(column -> column <= nameColumn);
		if (name < 0 || others.isEmpty()) {
			return null;
		}
		int first = first(sheet, header, name, others);
		int last = last(sheet, first, name, mark);
		if (last < first && mark >= 0 && empty(sheet, first, name)) {
			return new FormRecognition(from, header, first, last, mark, -1, name, -1, columns(sheet, header, mark), true);
		}
		return last < first ? null : new FormRecognition(from, header, first, last, mark, group, name, unit, List.copyOf(others), false);
	}

	/** Whether <i>Đơn vị</i> beside the names is of measure: the first words under it may be one. */
	private static boolean units(FormSheet sheet, int header, int column) {
		for (int row = header + 1; row < sheet.rows(); row++) {
			String text = sheet.own(row, column);
			if (!text.isEmpty() && !ORDINAL.matcher(text).matches()) {
				return text.length() <= LONGEST_UNIT && UnitWords.possible(text);
			}
		}
		return false;
	}

	/** With these columns only. */
	FormRecognition in(List<Integer> columns) {
		return new FormRecognition(from, header, first, last, mark, group, name, unit, columns, grows);
	}

	/** Whether a cell of a column below the heading is merged over several rows. */
	private static boolean spans(FormSheet sheet, int header, int column) {
		return sheet.merges().stream().anyMatch(merge -> merge.column() == column && merge.lastColumn() == column && merge.row() > header && merge.lastRow() > merge.row() && !sheet.own(merge.row(), column).isEmpty());
	}

	/** What a row is called; one that heads the rows below may be written from the column of the numbering on. */
	static String named(FormSheet sheet, int row, int name, int mark) {
		String own = sheet.own(row, name);
		if (!own.isEmpty() || mark < 0 || row + 1 >= sheet.rows() || MARKS.contains(RegimeController.folded(sheet.own(row + 1, mark)))) {
			return own;
		}
		@Nullable Merge merge = sheet.merge(row, name);
		String from = merge == null ? sheet.own(row, mark) : merge.row() == row ? sheet.own(row, merge.column()) : "";
		return from.length() > LONGEST_MARK && !named(sheet, row + 1, name, mark).isEmpty() ? from : "";
	}

	/** Whether the next row that says anything is numbered and named. */
	private static boolean numbered(FormSheet sheet, int from, int name, int mark) {
		for (int row = from; mark >= 0 && row < Math.min(sheet.rows(), from + LONGEST_GAP); row++) {
			if (!sheet.own(row, mark).isEmpty() || !sheet.own(row, name).isEmpty()) {
				return NUMBERED.matcher(sheet.own(row, mark)).matches() && !sheet.own(row, name).isEmpty();
			}
		}
		return false;
	}

	/** Whether nothing but numbers of rows to come stands under a heading. */
	private static boolean empty(FormSheet sheet, int first, int name) {
		return first >= sheet.rows() || sheet.own(first, name).isEmpty() || sheet.own(first, name).matches("[.…]+");
	}

	private static List<Integer> columns(FormSheet sheet, int header, int mark) {
		List<Integer> columns = new ArrayList<>();
		for (int column = 0; column < sheet.columns(); column++) {
			if (column != mark && !sheet.hidden().column(column) && !sheet.text(header, column).isEmpty()) {
				columns.add(column);
			}
		}
		return List.copyOf(columns);
	}

	/** After the heading's merged rows, rows of headings without a name, and a row that numbers the columns. */
	private static int first(FormSheet sheet, int header, int name, List<Integer> data) {
		@Nullable Merge merge = sheet.merge(header, name);
		int row = merge == null ? header + 1 : merge.lastRow() + 1;
		while (row < sheet.rows() && sheet.own(row, name).isEmpty() && row - header < 5 && headings(sheet, row, data)) {
			row++;
		}
		if (row < sheet.rows() && ordinals(sheet, row, name, data)) {
			row++;
		}
		return row;
	}

	private static boolean headings(FormSheet sheet, int row, List<Integer> data) {
		return data.stream().anyMatch(column -> words(sheet.cell(row, column)) && !TAG.matcher(sheet.own(row, column)).find());
	}

	private static boolean words(@Nullable FormCell cell) {
		return cell != null && cell.formula() == null && !cell.number() && !cell.text().isBlank();
	}

	private static boolean ordinals(FormSheet sheet, int row, int name, List<Integer> data) {
		List<String> numbers = data.stream().map(column -> sheet.own(row, column)).filter(text -> !text.isEmpty()).toList();
		return ORDINAL.matcher(sheet.own(row, name)).matches() && !numbers.isEmpty() && numbers.stream().allMatch(text -> ORDINAL.matcher(text).matches());
	}

	/**
	 * Two lines without a name, a signature, or the heading of another table end it; what stands between a line without a name and that heading is the other's title.
	 * A numbered row after some empty ones goes on with it.
	 */
	private static int last(FormSheet sheet, int first, int name, int mark) {
		int last = first - 1;
		int beforeGap = -1;
		for (int row = first; row < sheet.rows(); row++) {
			if (sheet.hidden().row(row)) {
				continue;
			}
			String text = RegimeController.folded(named(sheet, row, name, mark));
			if (mark >= 0 && MARKS.contains(RegimeController.folded(sheet.own(row, mark)))) {
				return beforeGap < 0 ? last : beforeGap;
			}
			if (END.matcher(text).matches() || text.isEmpty() && row + 1 < sheet.rows() && named(sheet, row + 1, name, mark).isEmpty() && !numbered(sheet, row + 1, name, mark)) {
				break;
			}
			beforeGap = text.isEmpty() ? last : beforeGap;
			last = text.isEmpty() ? last : row;
		}
		return last;
	}

}
