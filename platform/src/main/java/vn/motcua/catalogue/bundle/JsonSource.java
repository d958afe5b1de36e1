package vn.motcua.catalogue.bundle;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON into a tree, with the lines of its values when they are wanted. */
final class JsonSource {

	private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

	private JsonSource() {
	}

	static JsonNode tree(String file, String text) {
		try {
			return JSON.readTree(Normalizer.normalize(text, Normalizer.Form.NFC));
		}
		catch (JacksonException unreadable) {
			int line = unreadable.getLocation() == null ? 1 : Math.max(1, unreadable.getLocation().getLineNr());
			throw new BundleRefused(file, line, "json-syntax", "This is not JSON: " + unreadable.getOriginalMessage() + ".");
		}
	}

	static Source read(String file, String text) {
		JsonNode tree = tree(file, text);
		Map<String, Integer> lines = new HashMap<>();
		try (JsonParser parser = JSON.createParser(text)) {
			parser.nextToken();
			walk(parser, "", lines);
		}
		return new Source(file, tree, lines);
	}

	private static void walk(JsonParser parser, String pointer, Map<String, Integer> lines) {
		lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
		if (parser.currentToken() == JsonToken.START_OBJECT) {
			while (parser.nextToken() != JsonToken.END_OBJECT) {
				String at = Source.child(pointer, parser.currentName());
				lines.put(at, parser.currentTokenLocation().getLineNr());
				parser.nextToken();
				walk(parser, at, lines);
			}
		}
		else if (parser.currentToken() == JsonToken.START_ARRAY) {
			for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
				walk(parser, pointer + "/" + index, lines);
			}
		}
	}

}
