package vn.motcua.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Every word people read, by key, in Vietnamese and English, from {@code messages/<module>_{vi,en}.properties}. Values
 * stand in the words as <code>{name}</code>; <code>{n|report|reports}</code> is the word that goes with the number {@code n}, for one and for any other.
 */
public final class Messages {

	/** Modules that have words. */
	static final List<String> MODULES = List.of("kernel", "site", "agency", "audit", "file", "notification", "identity", "catalogue", "form",
			"dossier", "onestop", "exchange", "reporting", "portal");

	private final Map<String, String> vietnamese;

	private final Map<String, String> english;

	private Messages(Map<String, String> vietnamese, Map<String, String> english) {
		this.vietnamese = vietnamese;
		this.english = english;
	}

	public static Messages load() {
		return new Messages(load("vi"), load("en"));
	}

	/** The words under a key; the key itself where there are none, so that a page never fails for a missing word. */
	public String text(Locale locale, String key, Map<String, ?> values) {
		String words = (locale.getLanguage().equals("en") ? english : vietnamese).getOrDefault(key, key);
		return values.isEmpty() || words.indexOf('{') < 0 ? words : filled(words, values);
	}

	public String text(Locale locale, String key) {
		return text(locale, key, Map.of());
	}

	public boolean has(String key) {
		return vietnamese.containsKey(key);
	}

	private static String filled(String words, Map<String, ?> values) {
		StringBuilder text = new StringBuilder(words.length() + 32);
		int at = 0;
		while (true) {
			int open = words.indexOf('{', at);
			int close = open < 0 ? -1 : words.indexOf('}', open);
			if (close < 0) {
				return text.append(words, at, words.length()).toString();
			}
			text.append(words, at, open).append(value(words.substring(open + 1, close), values).orElse(words.substring(open, close + 1)));
			at = close + 1;
		}
	}

	/** What is itself words may have an English twin; without one it stands as it is. */
	private static Optional<String> value(String name, Map<String, ?> values) {
		String[] parts = name.split("\\|", -1);
		Object value = values.get(parts[0]);
		if (value == null && parts[0].endsWith("En")) {
			value = values.get(parts[0].substring(0, parts[0].length() - 2));
		}
		return value == null ? Optional.empty() : Optional.of(parts.length < 3 ? value.toString() : value.toString().equals("1") ? parts[1] : parts[2]);
	}

	private static Map<String, String> load(String language) {
		Map<String, String> words = new HashMap<>();
		for (String module : MODULES) {
			try (InputStream stream = Messages.class.getResourceAsStream("/messages/" + module + "_" + language + ".properties")) {
				if (stream != null) {
					Properties properties = new Properties();
					properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
					properties.forEach((key, value) -> words.put((String) key, (String) value));
				}
			}
			catch (IOException unreadable) {
				throw new UncheckedIOException(unreadable);
			}
		}
		return Map.copyOf(words);
	}

}
