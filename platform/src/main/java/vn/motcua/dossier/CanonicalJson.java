package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One text for one JSON value, so that two systems that hold the same have the same digest ({@code docs/schema/sync-digest.json}): keys sorted at every level, no
 * white space, numbers as written, of equal keys the last one; in texts only the quotation mark, the backslash and control characters are escaped.
 */
public final class CanonicalJson {

	private static final String HEX = "0123456789ABCDEF";

	private CanonicalJson() {
	}

	/** The object that a parser stands before, without some of its members; {@code null} when nothing is left. Limits are the parser's. */
	public static @Nullable String object(JsonParser json, Set<String> without) {
		json.nextToken();
		TreeMap<String, String> members = members(json);
		members.keySet().removeAll(without);
		return members.isEmpty() ? null : joined(members);
	}

	private static TreeMap<String, String> members(JsonParser json) {
		TreeMap<String, String> members = new TreeMap<>();
		while (json.nextToken() != JsonToken.END_OBJECT) {
			String name = json.currentName();
			json.nextToken();
			members.put(name, value(json));
		}
		return members;
	}

	private static String value(JsonParser json) {
		return switch (json.currentToken()) {
			case START_OBJECT -> joined(members(json));
			case START_ARRAY -> array(json);
			case VALUE_STRING -> quoted(json.getString());
			case null, default -> json.getString();
		};
	}

	private static String array(JsonParser json) {
		List<String> items = new ArrayList<>();
		while (json.nextToken() != JsonToken.END_ARRAY) {
			items.add(value(json));
		}
		return "[" + String.join(",", items) + "]";
	}

	private static String joined(Map<String, String> members) {
		StringBuilder text = new StringBuilder("{");
		members.forEach((name, value) -> text.append(text.length() == 1 ? "" : ",").append(quoted(name)).append(':').append(value));
		return text.append('}').toString();
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			switch (letter) {
				case '"' -> quoted.append("\\\"");
				case '\\' -> quoted.append("\\\\");
				case '\b' -> quoted.append("\\b");
				case '\t' -> quoted.append("\\t");
				case '\n' -> quoted.append("\\n");
				case '\f' -> quoted.append("\\f");
				case '\r' -> quoted.append("\\r");
				default -> {
					if (letter < ' ') {
						quoted.append("\\u00").append(HEX.charAt(letter >> 4)).append(HEX.charAt(letter & 15));
					}
					else {
						quoted.append(letter);
					}
				}
			}
		}
		return quoted.append('"').toString();
	}

}
