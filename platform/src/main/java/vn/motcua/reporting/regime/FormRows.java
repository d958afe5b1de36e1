package vn.motcua.reporting.regime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Template;

/** Rows of a form: their marks and names, and which are parts of the row above (<i>trong đó</i>). */
final class FormRows {

	private static final Pattern LEADING_MARK = Pattern.compile("^(?:([IVXLC]{1,6}|[A-HK])\\s*[.)/:–-]|(\\d{1,3}(?:\\.\\d{1,3}){0,3}|[a-zđ])[.)])\\s+(.+)");

	private static final Pattern AMONG = Pattern.compile("^(?:trong đó|chia ra|bao gồm|gồm)(?=[\\s:,]|$)[\\s:,–•+-]*(.*)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final int DEEPEST = 3;

	/**
	 * One row.
	 *
	 * @param name what it is called by itself
	 * @param of line of the row that it is a part of, −1 for none
	 * @param figures whether figures stand in it: a line that only says <i>trong đó</i> has none
	 */
	record Line(Template.Row row, String name, int of, boolean figures) {
	}

	private final FormSheet sheet;

	private final FormRecognition found;

	private final Map<Integer, Line> lines = new LinkedHashMap<>();

	private int whole = -1;

	private boolean among;

	private FormRows(FormSheet sheet, FormRecognition found) {
		this.sheet = sheet;
		this.found = found;
	}

	/** By the line of the sheet, from the top. */
	static Map<Integer, Line> of(FormSheet sheet, FormRecognition found) {
		FormRows rows = new FormRows(sheet, found);
		for (int line = found.first(); line <= found.last(); line++) {
			String name = FormRecognition.named(sheet, line, found.name(), found.mark());
			if (!name.isEmpty() && !sheet.hidden().row(line)) {
				rows.add(line, name);
			}
		}
		rows.apart();
		return rows.lines;
	}

	/** Rows that are called the same are told apart by the row that they stand under. */
	private void apart() {
		Map<String, Long> times = lines.values().stream().filter(line -> line.of() < 0).collect(Collectors.groupingBy(Line::name, Collectors.counting()));
		List<Integer> order = List.copyOf(lines.keySet());
		for (int at = 1; at < order.size(); at++) {
			Line line = lines.get(order.get(at));
			if (line.of() < 0 && times.get(line.name()) > 1) {
				int until = at;
				Optional<Line> above = IntStream.range(0, at).map(back -> until - 1 - back).mapToObj(place -> lines.get(order.get(place))).filter(other -> over(other, line)).findFirst();
				above.ifPresent(other -> lines.put(order.get(until), new Line(line.row(), other.name() + " – " + line.name(), line.of(), line.figures())));
			}
		}
	}

	private static boolean over(Line above, Line line) {
		return above.row().depth() < line.row().depth() || rank(above) < rank(line);
	}

	/** Letters stand over Roman numerals, these over numbers, and these over what has none. */
	private static int rank(Line line) {
		String mark = line.row().mark() == null ? "" : line.row().mark().replaceAll("[.)]$", "");
		return mark.matches("[IVX]{1,5}") ? 1 : mark.matches("[A-Z]") ? 0 : mark.matches("\\d.*") ? 2 : 3;
	}

	private void add(int line, String called) {
		boolean own = found.mark() >= 0 && !sheet.own(line, found.name()).isEmpty();
		String mark = own ? sheet.own(line, found.mark()).replaceFirst("\\.0$", "") : "";
		String name = called;
		Matcher leading = LEADING_MARK.matcher(name);
		if (mark.isEmpty() && leading.matches()) {
			mark = leading.group(1) == null ? leading.group(2) : leading.group(1);
			name = leading.group(3);
		}
		String plain = name.replaceFirst("^[-+–•]\\s*", "");
		boolean dash = plain.length() < name.length();
		plain = plain.isEmpty() ? name : plain;
		Matcher part = AMONG.matcher(plain);
		boolean told = part.matches();
		among = told || among && (dash || mark.isEmpty());
		int of = told || among ? whole : -1;
		int depth = (int) mark.chars().filter(sign -> sign == '.').count() + (dash ? 1 : 0);
		int deep = of < 0 ? depth : Math.max(depth, depthOf(of) + 1);
		String group = found.group() < 0 ? "" : sheet.text(line, found.group());
		plain = group.isEmpty() || group.equals(plain) ? plain : group + " – " + plain;
		String alone = told && !part.group(1).isEmpty() ? part.group(1) : plain;
		@Nullable String shown = mark.isEmpty() ? null : mark;
		lines.put(line, new Line(new Template.Row("R" + (lines.size() + 1), shown, LocalizedText.same(plain), Math.min(deep, DEEPEST)), alone, of, !told || !part.group(1).isEmpty()));
		if (of < 0) {
			whole = line;
		}
	}

	private int depthOf(int line) {
		Line whole = lines.get(line);
		return whole == null ? 0 : whole.row().depth();
	}

}
