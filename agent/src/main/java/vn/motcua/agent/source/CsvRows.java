package vn.motcua.agent.source;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file (RFC 4180), whatever separates its cells: the header tells. A cell in quotation marks may hold line breaks; a
 * row that does not end within its limit is left out and reading goes on at the next line.
 */
final class CsvRows implements Rows {

	private static final int LONGEST_ROW = 64 << 10;

	private static final String SEPARATORS = ",;\t|";

	private final String name;

	private final Reader reader;

	private char separator;

	private final Columns columns;

	private long line = 1;

	private int peeked = -2;

	CsvRows(String name, Reader reader, String separator) throws IOException {
		this.name = name;
		this.reader = reader;
		String header = headerLine();
		if (header.startsWith("sep=") && header.length() == 5) {
			this.separator = header.charAt(4);
			header = headerLine();
		}
		else {
			this.separator = separator.equals(TextFile.AUTO) ? guessed(header) : separator.charAt(0);
		}
		this.columns = new Columns(cells(header));
	}

	Columns columns() {
		return columns;
	}

	private String headerLine() throws IOException {
		StringBuilder header = new StringBuilder();
		boolean quoted = false;
		for (int letter = read(); letter >= 0 && (quoted || letter != '\n') && header.length() < LONGEST_ROW; letter = read()) {
			quoted ^= letter == '"';
			header.append((char) letter);
		}
		return header.toString().stripTrailing();
	}

	private static char guessed(String header) {
		char best = ',';
		long most = 0;
		for (char candidate : SEPARATORS.toCharArray()) {
			long count = header.chars().filter(letter -> letter == candidate).count();
			if (count > most) {
				most = count;
				best = candidate;
			}
		}
		return best;
	}

	private List<String> cells(String header) throws IOException {
		CsvRows alone = new CsvRows(header, separator);
		List<String> names = alone.cells(new ArrayList<>());
		return names == null ? List.of() : names;
	}

	private CsvRows(String header, char separator) {
		this.name = "";
		this.reader = new java.io.StringReader(header);
		this.separator = separator;
		this.columns = new Columns(List.of());
	}

	@Override
	public @Nullable Row next(Taker taker) throws IOException {
		while (true) {
			long number = line;
			List<String> cells = new ArrayList<>(columns.names().size());
			List<String> read = cells(cells);
			if (read == null) {
				taker.found(new Finding(name, number, "", "row-too-long", ""));
				continue;
			}
			if (read.isEmpty()) {
				return null;
			}
			if (read.size() == 1 && read.get(0).isBlank()) {
				continue;
			}
			if (read.size() > columns.names().size() && read.subList(columns.names().size(), read.size()).stream().anyMatch(cell -> !cell.isBlank())) {
				taker.found(new Finding(name, number, "", "row-cells", read.size() + " > " + columns.names().size()));
				continue;
			}
			return new Row(name, number, columns, read, false);
		}
	}

	/** The cells of a row, none at the end of the file, {@code null} when the row is too long. */
	private @Nullable List<String> cells(List<String> cells) throws IOException {
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		int length = 0;
		int letter = read();
		if (letter < 0) {
			return cells;
		}
		for (; letter >= 0; letter = read()) {
			if (++length > LONGEST_ROW) {
				skipLine(letter);
				return null;
			}
			if (quoted) {
				if (letter == '"' && peek() == '"') {
					cell.append((char) read());
				}
				else if (letter == '"') {
					quoted = false;
				}
				else {
					cell.append((char) letter);
				}
			}
			else if (letter == '"' && blank(cell)) {
				quoted = true;
				cell.setLength(0);
			}
			else if (letter == separator) {
				cells.add(cell.toString());
				cell.setLength(0);
			}
			else if (letter == '\n') {
				break;
			}
			else if (letter != '\r') {
				cell.append((char) letter);
			}
		}
		cells.add(cell.toString());
		return cells;
	}

	/** Looks no further than the first letter: a row of nothing but quotation marks is read as fast as another. */
	private static boolean blank(StringBuilder cell) {
		for (int i = 0; i < cell.length(); i++) {
			if (!Character.isWhitespace(cell.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private void skipLine(int letter) throws IOException {
		for (int next = letter; next >= 0 && next != '\n';) {
			next = read();
		}
	}

	private int peek() throws IOException {
		if (peeked == -2) {
			peeked = reader.read();
		}
		return peeked;
	}

	private int read() throws IOException {
		int letter = peek();
		peeked = -2;
		if (letter == '\n') {
			line++;
		}
		return letter;
	}

	@Override
	public void close() throws IOException {
		reader.close();
	}

}
