package vn.motcua.agency.importing;

import java.util.ArrayList;
import java.util.List;

/** Comma- or semicolon-separated values (RFC 4180); which of the two, the first line tells. */
final class Csv {

	private static final int MOST_COLUMNS = 64;

	private final String text;

	private final char separator;

	private int at;

	private Csv(String text) {
		this.text = text;
		String heading = text.lines().findFirst().orElse("");
		this.separator = heading.chars().filter(c -> c == ';').count() > heading.chars().filter(c -> c == ',').count() ? ';' : ',';
	}

	static List<List<String>> rows(String text, int most) {
		Csv csv = new Csv(text);
		List<List<String>> rows = new ArrayList<>();
		while (csv.at < text.length()) {
			rows.add(csv.row());
			if (rows.size() > most) {
				throw TreeFile.tooLarge();
			}
		}
		return rows;
	}

	private List<String> row() {
		List<String> cells = new ArrayList<>();
		do {
			cells.add(cell());
			if (cells.size() > MOST_COLUMNS) {
				throw TreeFile.unreadable("columns");
			}
		}
		while (at < text.length() && text.charAt(at++) == separator);
		if (at < text.length() && text.charAt(at - 1) == '\r' && text.charAt(at) == '\n') {
			at++;
		}
		return cells;
	}

	private String cell() {
		if (at < text.length() && text.charAt(at) == '"') {
			return quoted();
		}
		int start = at;
		while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
			at++;
		}
		return text.substring(start, at);
	}

	private String quoted() {
		StringBuilder cell = new StringBuilder();
		for (at++; at < text.length(); at++) {
			char c = text.charAt(at);
			if (c != '"') {
				cell.append(c);
			}
			else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
				cell.append(c);
				at++;
			}
			else {
				at++;
				return cell.toString();
			}
		}
		throw TreeFile.unreadable("closing-quote");
	}

}
