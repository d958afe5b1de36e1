package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.Template;

/** What stands over a table of a form: its title, the headings of its columns, and the units that these say. */
final class FormHeadings {

	private static final String ORDINAL = "\\(?([A-E]|\\d{1,2})\\)?(\\s*=.*)?";

	private static final String NO_TITLE = "[^\\p{L}\\d]*(don vi|dvt|cong hoa|doc lap|ban hanh|kem theo|ky bao cao|ngay nhan|thoi (han|gian|diem)|tinh den|tu ngay|kinh gui|noi (nhan|gui)|bieu so|mau so|\\d|thang\\s*[\\d.…/_]).*";

	/** What stands before the title of a numbered form. */
	private static final Pattern NUMBERED = Pattern.compile("^(?:biểu|mẫu)(?: số)? [\\p{L}\\d./-]{1,20}\\s*[:.–-]\\s+(?=.{10})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern MEASURE = Pattern.compile("[^\\p{L}]*(don vi tinh|dvt|dv tinh|don vi do)\\s*:.*");

	/** Figures, but for what is a number by its name alone: of telephones, papers, accounts. */
	private static final String NUMBERS = "(so (?!(dien thoai|hieu|quyet dinh|van ban|cong van|nha|tai khoan|dang ky|thu tu|bien ban|luu|giay|cmnd|cccd|dinh danh|hop dong|chung tu|hoa don|ky hieu|seri|to khai|ho so|bao danh|phieu|the|kien nghi so)\\b)\\p{L}+|dien tich|gia tri|kinh phi|tong|thiet hai|muc|ty le|von|san luong)\\b.*";

	private static final String DATES = "(ngay|thoi gian|thoi diem)\\b.*";

	private final FormSheet sheet;

	private final FormRecognition found;

	private final FigureNames names;

	FormHeadings(FormSheet sheet, FormRecognition found, FigureNames names) {
		this.sheet = sheet;
		this.found = found;
		this.names = names;
	}

	/** Columns of figures; of a table that grows all but the numbering, each with what it will hold. */
	List<Template.Column> columns() {
		List<Template.Column> columns = new ArrayList<>();
		for (int column : found.data()) {
			String code = "C" + (columns.size() + 1);
			columns.add(found.grows() ? growing(code, column) : new Template.Column(code, path(column), "number", List.of(), 2));
		}
		return columns;
	}

	/** As Excel lets one enter there, else as its heading sounds. */
	private Template.Column growing(String code, int column) {
		List<LocalizedText> path = path(column);
		@Nullable FormEntry entry = sheet.entry(found.first(), column);
		@Nullable String said = entry == null ? null : entry.columnKind();
		List<LocalizedText> choices = entry == null || entry.choices() == null ? List.of() : entry.choices().stream().map(LocalizedText::same).toList();
		return new Template.Column(code, path, said == null ? kind(path) : said, choices, entry != null && entry.kind().equals("whole") ? 0 : 2);
	}

	/** Unit of the figures of a column, {@code null} when its headings say none. */
	@Nullable String unit(int column) {
		List<String> texts = texts(column);
		String unit = texts.isEmpty() ? "" : names.unit(texts.getLast(), "");
		if (unit.isEmpty() && texts.size() > 1 && texts.getLast().matches("\\(.*\\)")) {
			unit = names.ownUnit(texts.getLast(), "");
		}
		for (int at = texts.size() - 2; at >= 0 && unit.isEmpty() && !counts(texts.getLast()); at--) {
			unit = names.bracketed(texts.get(at), "");
		}
		return unit.isEmpty() ? null : unit;
	}

	/** What the heading of a column counts: <i>Số hộ</i> is of households; empty for none. */
	String counted(int column) {
		List<String> texts = texts(column);
		return texts.isEmpty() ? "" : names.counted(texts.getLast());
	}

	/** Whether its headings are of money, whatever its rows count. */
	boolean money(int column) {
		return texts(column).stream().anyMatch(text -> RegimeController.folded(text).matches("(kinh phi|so tien|tien|gia tri|von|chi phi|doanh thu|du toan|giai ngan)\\b.*"));
	}

	/** Whether its headings sound like a share, though they name no unit. */
	boolean share(int column) {
		List<String> texts = texts(column);
		return !texts.isEmpty() && !counts(texts.getLast()) && texts.stream().anyMatch(names::share);
	}

	/** <i>Số hộ</i> is of households whatever stands over it. */
	private static boolean counts(String heading) {
		return RegimeController.folded(heading).matches("so (?!(luong|tien|lieu)\\b)\\p{L}+.*");
	}

	/** Everything above the heading that says which unit figures are in. */
	String unit() {
		StringBuilder above = new StringBuilder(title()).append(' ');
		String measure = "";
		for (int row = found.from(); row < found.header(); row++) {
			for (int column = 0; column < sheet.columns(); column++) {
				String text = sheet.own(row, column);
				String said = text.replaceFirst(".*:", "").strip().replaceAll("[()]", "");
				if (RegimeController.folded(text).contains("don vi")) {
					above.append(' ').append('(').append(said).append(')');
				}
				if (MEASURE.matcher(RegimeController.folded(text)).matches()) {
					measure = names.ownUnit(said, measure);
				}
			}
		}
		return measure.isEmpty() ? names.unit(above.toString(), Indicator.NO_UNIT) : measure;
	}

	/** The longest text above the heading that is no unit and no address. */
	String title() {
		String title = "";
		for (int row = found.from(); row < found.header(); row++) {
			for (int column = 0; column < sheet.columns(); column++) {
				String text = NUMBERED.matcher(sheet.own(row, column)).replaceFirst("");
				if (text.length() > title.length() && !RegimeController.folded(text).matches(NO_TITLE)) {
					title = text;
				}
			}
		}
		return title.isEmpty() ? sheet.name() : title;
	}

	/** Headings of a column from the top down, without a unit below them. */
	List<LocalizedText> path(int column) {
		List<String> texts = texts(column);
		if (texts.size() > 1 && (texts.getLast().matches("\\(.*\\)") || !names.unit(texts.getLast(), "").isEmpty() && unitRow(texts.getLast()))) {
			texts.removeLast();
		}
		return texts.isEmpty() ? List.of(LocalizedText.same(FormSheet.letters(column))) : texts.stream().map(LocalizedText::same).toList();
	}

	/** Whether a text is a unit and nothing else. */
	private boolean unitRow(String text) {
		return names.unit("(" + text.replaceAll("[()]", "") + ")", "").equals(names.unit(text, "")) && names.breakdown(text).whole();
	}

	private List<String> texts(int column) {
		List<String> texts = new ArrayList<>();
		for (int row = found.header(); row < found.first(); row++) {
			String text = sheet.text(row, column);
			if (!text.isEmpty() && !text.matches(ORDINAL) && (texts.isEmpty() || !texts.getLast().equals(text))) {
				texts.add(text);
			}
		}
		return texts;
	}

	private static String kind(List<LocalizedText> path) {
		String heading = RegimeController.folded(path.getLast().vi());
		return heading.matches(DATES) ? "date" : heading.matches(NUMBERS) || RegimeController.folded(path.getFirst().vi()).matches(NUMBERS) ? "number" : "text";
	}

}
