package vn.motcua.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What people read, in Vietnamese or English. */
final class Words {

	static final Words VI = new Words("vi");

	static final Words EN = new Words("en");

	private final Properties texts = new Properties();

	private final String language;

	private Words(String language) {
		this.language = language;
		try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream("/messages/sandbox_" + language + ".properties"))) {
			texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		catch (IOException notPacked) {
			throw new UncheckedIOException(notPacked);
		}
	}

	String language() {
		return language;
	}

	java.util.Set<String> keys() {
		return texts.stringPropertyNames();
	}

	String text(String key, Object... values) {
		String text = Objects.requireNonNull(texts.getProperty(key), key);
		for (int i = 0; i < values.length; i++) {
			text = text.replace("{" + i + "}", String.valueOf(values[i]));
		}
		return text;
	}

}
