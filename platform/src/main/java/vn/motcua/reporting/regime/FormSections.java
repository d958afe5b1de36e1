package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Template;
import vn.motcua.reporting.regime.FormRows.Line;

/**
 * Rows that only head the rows below, as {@code II. PHẢN ÁNH, KIẾN NGHỊ} or {@code Trong đó:}. No figure is asked for in them. An empty form does not always tell
 * them from rows with the sum of those below, so the officer is shown which were taken for what.
 */
public final class FormSections {

	private static final Pattern ROMAN = Pattern.compile("[IVX]{1,5}");

	private static final Pattern LETTER = Pattern.compile("[A-Z]");

	private static final Pattern FIRST = Pattern.compile("0?1|1\\.1|I|A|a");

	private static final Pattern COUNTS = Pattern.compile("(tổng|cộng|toàn|cả nước|cả tỉnh|chung|bình quân|tỷ lệ|tỉ lệ|số)(?=[\\s:,(]|$).*");

	private final FormSheet sheet;

	private final FormRecognition found;

	private final Map<Integer, Line> lines;

	private final Set<Integer> read;

	private FormSections(FormSheet sheet, FormRecognition found, Map<Integer, Line> lines) {
		this.sheet = sheet;
		this.found = found;
		this.lines = lines;
		this.read = FormFormulas.linesRead(sheet);
	}

	/**
	 * A row that may only head others.
	 *
	 * @param table code of its table
	 * @param heads what it was taken for
	 * @param said whether the officer said so before
	 */
	public record Section(String table, Template.Row row, boolean heads, boolean said) {

		/** As a page sends it. */
		public String key() {
			return table + "." + row.code();
		}

		public String words() {
			return (row.mark() == null ? "" : row.mark() + " ") + row.name().vi();
		}

	}

	/** By their lines, from the top. */
	static Map<Integer, Section> of(FormSheet sheet, FormRecognition found, Map<Integer, Line> lines, String table) {
		FormSections sections = new FormSections(sheet, found, lines);
		Map<Integer, Section> all = new LinkedHashMap<>();
		List<Integer> order = List.copyOf(lines.keySet());
		for (int at = 0; at < order.size(); at++) {
			int line = order.get(at);
			@Nullable Boolean heads = sections.heads(line, at + 1 < order.size() ? order.get(at + 1) : -1);
			if (heads != null) {
				all.put(line, new Section(table, lines.get(line).row(), heads, false));
			}
		}
		return all;
	}

	/** {@code null} where nothing speaks for it. */
	private @Nullable Boolean heads(int line, int next) {
		if (!empty(line) || !lines.get(line).figures()) {
			return null;
		}
		if (sheet.own(line, found.name()).endsWith(":") || withoutUnit(line) || across(line)) {
			return true;
		}
		return next >= 0 && groups(lines.get(line), lines.get(next)) ? !counts(line) : null;
	}

	private boolean empty(int line) {
		return found.data().stream().map(column -> sheet.cell(line, column)).allMatch(cell -> cell == null || cell.formula() == null && cell.text().isBlank());
	}

	/** Other rows have a unit. */
	private boolean withoutUnit(int line) {
		return found.unit() >= 0 && sheet.text(line, found.unit()).isBlank() && lines.keySet().stream().anyMatch(other -> !sheet.text(other, found.unit()).isBlank());
	}

	/** Its name is written over columns of figures. */
	private boolean across(int line) {
		FormSheet.@Nullable Merge merge = sheet.merge(line, found.name());
		return merge != null && merge.row() == line && merge.lastRow() == line && merge.lastColumn() >= found.data().getFirst()
				|| sheet.own(line, found.name()).isEmpty();
	}

	/** The rows below are numbered anew: {@code I} over {@code 1}, {@code A} over {@code I}, capitals without a number over {@code 1}. */
	private static boolean groups(Line line, Line next) {
		@Nullable String mark = line.row().mark();
		boolean capitals = line.name().equals(line.name().toUpperCase(Locale.ROOT));
		return line.of() < 0 && next.row().mark() != null && FIRST.matcher(plain(next.row().mark())).matches()
				&& (mark == null ? capitals : rank(mark) < 2 && rank(next.row().mark()) > rank(mark));
	}

	/** What speaks for a figure of its own: its name, a formula that reads it, or that a row of its kind is filled in. */
	private boolean counts(int line) {
		@Nullable String mark = lines.get(line).row().mark();
		List<Integer> alike = new ArrayList<>();
		lines.forEach((other, row) -> {
			if (mark != null && row.row().mark() != null && rank(row.row().mark()) == rank(mark)) {
				alike.add(other);
			}
		});
		return read.contains(line) || COUNTS.matcher(lines.get(line).name().toLowerCase(Locale.ROOT)).matches() || alike.stream().anyMatch(other -> !empty(other));
	}

	/** Letters head numerals, numerals head numbers. */
	private static int rank(String mark) {
		String plain = plain(mark);
		return ROMAN.matcher(plain).matches() ? 1 : LETTER.matcher(plain).matches() ? 0 : 2;
	}

	private static String plain(String mark) {
		return mark.replaceAll("[.)/:\\s]+$", "");
	}

}
