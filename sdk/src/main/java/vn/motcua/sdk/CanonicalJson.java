package vn.motcua.sdk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * One text for one JSON value: keys sorted as texts are in Java, at every level, no white space, numbers as written, of two
 * equal keys the later one. In texts only the quotation mark, the backslash and control characters are escaped (the usual short
 * form or four hex digits in upper case), everything else stands as it is.
 */
final class CanonicalJson {

	private static final int DEEPEST = 20;

	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(1 << 20).build())
		.disable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
		.build();

	private CanonicalJson() {
	}

	/** The members of an object, each value in its canonical text. */
	static TreeMap<String, String> members(String text) {
		try (JsonParser json = JSON.createParser(text)) {
			if (json.nextToken() != JsonToken.START_OBJECT) {
				throw new IllegalArgumentException("not a JSON object");
			}
			TreeMap<String, String> members = membersOf(json);
			if (json.nextToken() != null) {
				throw new IllegalArgumentException("something follows the JSON object");
			}
			return members;
		}
		catch (IOException unreadable) {
			throw new IllegalArgumentException("not a JSON object: " + unreadable.getMessage(), unreadable);
		}
	}

	static String object(Map<String, String> members) {
		StringBuilder text = new StringBuilder("{");
		new TreeMap<>(members).forEach((name, value) -> text.append(text.length() == 1 ? "" : ",").append(quoted(name)).append(':').append(value));
		return text.append('}').toString();
	}

	private static TreeMap<String, String> membersOf(JsonParser json) throws IOException {
		TreeMap<String, String> members = new TreeMap<>();
		while (json.nextToken() != JsonToken.END_OBJECT) {
			String name = json.currentName();
			json.nextToken();
			members.put(name, value(json));
		}
		return members;
	}

	private static String value(JsonParser json) throws IOException {
		return switch (json.currentToken()) {
			case START_OBJECT -> object(membersOf(json));
			case START_ARRAY -> array(json);
			case VALUE_STRING -> quoted(json.getText());
			default -> json.getText();
		};
	}

	private static String array(JsonParser json) throws IOException {
		List<String> items = new ArrayList<>();
		while (json.nextToken() != JsonToken.END_ARRAY) {
			items.add(value(json));
		}
		return "[" + String.join(",", items) + "]";
	}

	private static String quoted(String text) {
		return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
	}

}
