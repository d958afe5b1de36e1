package vn.motcua.reporting.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.reporting.Template;

/**
 * What a workbook says of itself on a hidden sheet: for which regime, period and template it was made, and which sheet is of which agency at which
 * version. The digest tells that nobody changed it by hand.
 *
 * @param template digest of the template
 */
record WorkbookStamp(String regime, String period, String template, List<Part> parts) {

	static final String SHEET = "_motcua";

	private static final String KIND = "motcua-report-form-1";

	/** @param version version of the agency's figures when the workbook was written */
	record Part(String sheet, String agency, int version) {
	}

	/** Lines of text, the last of which is the digest of those before. */
	List<String> lines() {
		List<String> lines = new ArrayList<>(List.of(KIND, regime, period, template));
		parts.forEach(part -> lines.add(part.sheet() + ";" + part.agency() + ";" + part.version()));
		lines.add(digest(String.join("\n", lines)));
		return lines;
	}

	/** {@code null} when the lines are no stamp or were changed. */
	static @Nullable WorkbookStamp read(List<String> lines) {
		int last = lines.size() - 1;
		if (last < 5 || !lines.getFirst().equals(KIND) || !lines.get(last).equals(digest(String.join("\n", lines.subList(0, last))))) {
			return null;
		}
		List<Part> parts = new ArrayList<>();
		for (String line : lines.subList(4, last)) {
			String[] cells = line.split(";", -1);
			if (cells.length != 3 || !cells[2].matches("\\d{1,9}")) {
				return null;
			}
			parts.add(new Part(cells[0], cells[1], Integer.parseInt(cells[2])));
		}
		return new WorkbookStamp(lines.get(1), lines.get(2), lines.get(3), parts);
	}

	static String of(Template template, JsonMapper json) {
		return digest(json.writeValueAsString(template.tables()));
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
