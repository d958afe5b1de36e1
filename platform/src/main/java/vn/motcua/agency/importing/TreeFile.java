package vn.motcua.agency.importing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import vn.motcua.agency.AgencyProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Reads a tree from the bytes of a CSV file in UTF-8 or of a spreadsheet (XLSX). */
final class TreeFile {

	static final int MOST_BYTES = 8 * 1024 * 1024;

	static final int MOST_LINES = 20_000;

	private static final List<Column> NEEDED = List.of(Column.LEVEL, Column.KIND, Column.NAME, Column.CODE);

	private TreeFile() {
	}

	static List<RawLine> read(byte[] content) {
		if (content.length > MOST_BYTES) {
			throw new ProblemException(AgencyProblem.FILE_TOO_LARGE, Map.of("bytes", MOST_BYTES, "lines", MOST_LINES), List.of());
		}
		boolean zip = content.length > 3 && content[0] == 'P' && content[1] == 'K';
		List<List<String>> rows = zip ? Spreadsheet.rows(content, MOST_LINES + 1) : Csv.rows(text(content), MOST_LINES + 1);
		if (rows.isEmpty()) {
			throw unreadable("empty");
		}
		return lines(rows);
	}

	private static List<RawLine> lines(List<List<String>> rows) {
		List<Column> columns = columns(rows.getFirst());
		List<RawLine> lines = new ArrayList<>(rows.size());
		for (int at = 1; at < rows.size(); at++) {
			RawLine line = line(at + 1, rows.get(at), columns);
			if (!line.fields().isEmpty()) {
				lines.add(line);
			}
		}
		return lines;
	}

	private static List<Column> columns(List<String> headings) {
		List<Column> columns = new ArrayList<>();
		for (String heading : headings) {
			columns.add(Column.of(heading.replace("\ufeff", "")).orElse(null));
		}
		for (Column needed : NEEDED) {
			if (!columns.contains(needed)) {
				throw new ProblemException(AgencyProblem.FILE_UNREADABLE, "missing", needed.heading());
			}
		}
		return columns;
	}

	private static RawLine line(int number, List<String> cells, List<Column> columns) {
		Map<Column, String> fields = new EnumMap<>(Column.class);
		for (int at = 0; at < Math.min(cells.size(), columns.size()); at++) {
			String value = Normalizer.normalize(cells.get(at), Normalizer.Form.NFC).strip();
			if (columns.get(at) != null && !value.isEmpty()) {
				fields.put(columns.get(at), value);
			}
		}
		return new RawLine(number, fields);
	}

	private static String text(byte[] content) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
		}
		catch (CharacterCodingException notUtf8) {
			throw unreadable("utf-8");
		}
	}

	static ProblemException unreadable(String missing) {
		return new ProblemException(AgencyProblem.FILE_UNREADABLE, "missing", missing);
	}

	static ProblemException tooLarge() {
		return new ProblemException(AgencyProblem.FILE_TOO_LARGE, Map.of("bytes", MOST_BYTES, "lines", MOST_LINES), List.of());
	}

}
