package vn.motcua.reporting.work;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Sha256;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Sheets.Sheet;
import vn.motcua.reporting.Totals.Total;

/**
 * The figures that a signature covers, as one text that is the same for the same figures: a line for the report, then a line for each figure in the
 * order of their places, {@code own|indicator|breakdown|amount}, then those summed over the agencies below, {@code sum|indicator|breakdown|amount|agencies}, then words in
 * its tables, {@code words|code|text} with {@code \n} for a new line, {@code \p} for a stroke and {@code \\} for a back stroke.
 */
record SignedFigures(String head, List<Line> lines, Map<String, String> words) {

	private static final String WORDS = "words|";

	/** @param count how many agencies gave the figure; {@code null} for the reporter's own */
	record Line(String indicator, String breakdown, BigDecimal amount, @Nullable Integer count) {
	}

	static SignedFigures of(String path, Sheet sheet, List<Cell> cells, @Nullable Total total, Map<String, String> words) {
		List<Line> lines = new ArrayList<>();
		for (Cell cell : cells) {
			BigDecimal own = sheet.amounts().get(cell.position());
			if (own != null) {
				lines.add(new Line(cell.indicator().value(), cell.breakdown().value(), own, null));
			}
		}
		if (total != null) {
			for (Cell cell : cells) {
				BigDecimal amount = total.amount(cell);
				if (amount != null) {
					lines.add(new Line(cell.indicator().value(), cell.breakdown().value(), amount, total.count(cell)));
				}
			}
		}
		return new SignedFigures(path + "|" + sheet.version(), lines, words);
	}

	/** Read back from the text that was signed. */
	static SignedFigures read(String record) {
		List<String> all = record.lines().toList();
		Map<String, String> words = new LinkedHashMap<>();
		all.stream().skip(1).filter(line -> line.startsWith(WORDS)).map(line -> line.split("\\|", 3)).forEach(parts -> words.put(parts[1], plainWords(parts[2])));
		return new SignedFigures(all.getFirst(), all.stream().skip(1).filter(line -> !line.startsWith(WORDS)).map(SignedFigures::line).toList(), words);
	}

	String text() {
		StringBuilder text = new StringBuilder(head).append('\n');
		for (Line line : lines) {
			text.append(line.count() == null ? "own|" : "sum|").append(line.indicator()).append('|').append(line.breakdown()).append('|')
				.append(plain(line.amount())).append(line.count() == null ? "" : "|" + line.count()).append('\n');
		}
		words.forEach((code, said) -> text.append(WORDS).append(code).append('|').append(oneLine(said)).append('\n'));
		return text.toString();
	}

	private static String oneLine(String words) {
		return words.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n").replace("|", "\\p");
	}

	private static String plainWords(String line) {
		StringBuilder words = new StringBuilder();
		for (int at = 0; at < line.length(); at++) {
			boolean marked = line.charAt(at) == '\\' && at + 1 < line.length();
			char sign = marked ? line.charAt(++at) : line.charAt(at);
			words.append(marked && sign == 'n' ? '\n' : marked && sign == 'p' ? '|' : sign);
		}
		return words.toString();
	}

	static String digest(String text) {
		return Sha256.of(text);
	}

	List<Line> own() {
		return lines.stream().filter(line -> line.count() == null).toList();
	}

	List<Line> summed() {
		return lines.stream().filter(line -> line.count() != null).toList();
	}

	private static Line line(String text) {
		String[] parts = text.split("\\|", -1);
		return new Line(parts[1], parts[2], new BigDecimal(parts[3]), parts[0].equals("sum") ? Integer.valueOf(parts[4]) : null);
	}

	private static String plain(BigDecimal amount) {
		return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
	}

	/** By indicator and breakdown, for comparing two versions. */
	Map<String, BigDecimal> byCell() {
		Map<String, BigDecimal> amounts = new java.util.LinkedHashMap<>();
		lines.forEach(line -> amounts.put((line.count() == null ? "own|" : "sum|") + line.indicator() + "|" + line.breakdown(), line.amount()));
		return amounts;
	}

}
