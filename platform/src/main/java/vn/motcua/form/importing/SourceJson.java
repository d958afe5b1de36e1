package vn.motcua.form.importing;

import java.text.Normalizer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the source of an import, within limits. */
final class SourceJson {

	private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

	private static final int DEEPEST = 100;

	private static final JsonMapper JSON = new JsonMapper(
			JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build());

	private SourceJson() {
	}

	static JsonNode read(String text) {
		if (text.length() > MOST_CHARACTERS) {
			throw new ImportRefused("The file is larger than " + MOST_CHARACTERS / 1024 / 1024 + " MB.");
		}
		try {
			return JSON.readTree(Normalizer.normalize(text.startsWith("\ufeff") ? text.substring(1) : text, Normalizer.Form.NFC));
		}
		catch (JacksonException unreadable) {
			throw new ImportRefused("This is not JSON, or nested deeper than " + DEEPEST + " levels: " + unreadable.getOriginalMessage() + ".");
		}
	}

	static String write(JsonNode tree) {
		return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
	}

}
