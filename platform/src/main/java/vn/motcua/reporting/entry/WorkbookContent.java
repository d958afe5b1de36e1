package vn.motcua.reporting.entry;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

/**
 * What was read from an uploaded workbook and waits to be accepted.
 *
 * @param parts one for each agency
 * @param findings what is wrong; nothing can be accepted while there is any
 */
public record WorkbookContent(List<Part> parts, List<WorkbookFinding> findings) {

	/** A zero sign as JSON writes it, or a backslash that stands for itself: the six characters of the escape may have been typed. */
	private static final Pattern ZERO = Pattern.compile("\\\\u0000|\\\\\\\\");

	private static final int MOST_NAME = 200;

	/** As JSON for the database, which keeps no zero sign. */
	static String written(Object content, JsonMapper json) {
		return ZERO.matcher(json.writeValueAsString(content)).replaceAll(sign -> sign.group().length() == 2 ? "\\\\\\\\" : "");
	}

	/** Name of a file as it is kept and shown. */
	static String named(@Nullable String file) {
		String name = file == null ? "" : file.replaceAll("\\p{Cntrl}", "").strip();
		return name.length() <= MOST_NAME ? name : name.substring(0, MOST_NAME);
	}

	/**
	 * @param agency as in addresses
	 * @param seenVersion version of its figures when the workbook was written
	 * @param cells plain decimals by position, empty to empty the cell
	 * @param written rows of tables that grow that the workbook was written with, with a digest of what stood in them
	 * @param words words in tables by their code, empty to take them out
	 * @param wordsWritten words that the workbook was written with, with a digest of them
	 */
	public record Part(String agency, int seenVersion, Map<Integer, String> cells, List<Line> rows, Map<UUID, String> written, Map<String, String> words, Map<String, String> wordsWritten) {

		/** What was read by a release that knew no words in tables has none. */
		public Part {
			words = words == null ? Map.of() : words;
			wordsWritten = wordsWritten == null ? Map.of() : wordsWritten;
		}

	}

	/** A row of a table that grows, by its number from 0. @param id of the row it was written from, {@code null} for one that somebody added */
	public record Line(String table, int place, @Nullable UUID id, Map<String, String> values) {
	}

	/** @param sheet {@code null} when it is about the whole file @param cell as {@code C5} @param rule words under {@code problem.reporting.<rule>} */
	public record WorkbookFinding(@Nullable String sheet, @Nullable String cell, String rule, Map<String, String> values) {
	}

}
