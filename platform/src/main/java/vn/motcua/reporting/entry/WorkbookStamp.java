package vn.motcua.reporting.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.reporting.Template;

/**
 * What a workbook says of itself on a hidden sheet: for which regime, period and template it was made, and which sheet is of which agency at which
 * version. The digest tells that nobody changed it by hand.
 *
 * @param template digest of the template
 */
record WorkbookStamp(Shape shape, String regime, String period, String template, List<Part> parts) {

	static final String SHEET = "_motcua";

	/** Begins a line about words in a table. */
	private static final String WORDS = "w.";

	/** How figures stand in the workbook. */
	enum Shape {

		/** A sheet for each agency, as the form looks. */
		FORMS("motcua-report-form-2"),
		/** One sheet: a row for each agency, a column for each cell. */
		TABLE("motcua-report-table-1");

		private final String kind;

		Shape(String kind) {
			this.kind = kind;
		}

	}

	/**
	 * @param version version of the agency's figures when the workbook was written
	 * @param rows rows of tables that grow that were written, with a digest of what stood in them
	 * @param words words in tables that were written, by their code, with a digest of them
	 */
	record Part(String sheet, String agency, int version, Map<UUID, String> rows, Map<String, String> words) {
	}

	/** Lines of text, the last of which is the digest of those before. */
	List<String> lines() {
		List<String> lines = new ArrayList<>(List.of(shape.kind, regime, period, template));
		parts.forEach(part -> {
			lines.add(part.sheet() + ";" + part.agency() + ";" + part.version());
			part.rows().forEach((id, digest) -> lines.add(id + ";" + digest));
			part.words().forEach((code, digest) -> lines.add(WORDS + code + ";" + digest));
		});
		lines.add(digest(String.join("\n", lines)));
		return lines;
	}

	/** {@code null} when the lines are no stamp, were changed, or name an agency twice. */
	static @Nullable WorkbookStamp read(List<String> lines) {
		int last = lines.size() - 1;
		Shape shape = last < 5 ? null : java.util.Arrays.stream(Shape.values()).filter(each -> each.kind.equals(lines.getFirst())).findFirst().orElse(null);
		if (shape == null || !lines.get(last).equals(digest(String.join("\n", lines.subList(0, last))))) {
			return null;
		}
		List<Part> parts = new ArrayList<>();
		for (String line : lines.subList(4, last)) {
			String[] cells = line.split(";", -1);
			if (cells.length == 3 && cells[2].matches("\\d{1,9}")) {
				parts.add(new Part(cells[0], cells[1], Integer.parseInt(cells[2]), new LinkedHashMap<>(), new LinkedHashMap<>()));
			}
			else if (cells.length == 2 && !parts.isEmpty() && cells[0].startsWith(WORDS)) {
				parts.getLast().words().put(cells[0].substring(WORDS.length()), cells[1]);
			}
			else if (cells.length == 2 && !parts.isEmpty() && cells[0].length() == 36) {
				parts.getLast().rows().put(UUID.fromString(cells[0]), cells[1]);
			}
			else {
				return null;
			}
		}
		boolean twice = parts.stream().map(Part::agency).distinct().count() < parts.size();
		return twice ? null : new WorkbookStamp(shape, lines.get(1), lines.get(2), lines.get(3), parts);
	}

	static String of(Template template, JsonMapper json) {
		return digest(json.writeValueAsString(template.tables()));
	}

	/** Of what stands in a row of a table that grows. */
	static String of(Map<String, String> values) {
		return digest(new TreeMap<>(values).toString()).substring(0, 16);
	}

	/** Of words in a table. */
	static String of(String words) {
		return digest(words).substring(0, 16);
	}

	static String digest(String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException everyRuntimeHasIt) {
			throw new IllegalStateException(everyRuntimeHasIt);
		}
	}

}
