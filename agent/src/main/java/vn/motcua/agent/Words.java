package vn.motcua.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

import vn.motcua.agent.source.Finding;
import vn.motcua.agent.source.Source;

/** What people read, in Vietnamese or English. */
final class Words {

	private static final Map<String, Words> KNOWN = Map.of("vi", new Words("vi"), "en", new Words("en"));

	/** English tells one of a thing from several. */
	private static final Pattern ONE = Pattern.compile("(?<![\\d.,])1 (row|line|finding|day)s\\b");

	private final Properties texts = new Properties();

	private final String language;

	private Words(String language) {
		this.language = language;
		try (InputStream in = Words.class.getResourceAsStream("/messages/agent_" + language + ".properties")) {
			texts.load(new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
		}
		catch (IOException notPacked) {
			throw new UncheckedIOException(notPacked);
		}
	}

	static Words in(Locale locale) {
		return KNOWN.getOrDefault(locale.getLanguage(), KNOWN.get("vi"));
	}

	String language() {
		return language;
	}

	String text(String key, Object... values) {
		String text = texts.getProperty(key, key);
		for (int i = 0; i < values.length; i++) {
			text = text.replace("{" + i + "}", String.valueOf(values[i]));
		}
		return language.equals("en") ? ONE.matcher(text).replaceAll("1 $1") : text;
	}

	/** Why nothing was read. */
	String nowhere(Source.Nowhere nowhere) {
		return text("source.nowhere", nowhere.folder(), nowhere.patterns());
	}

	/** One sentence that says where, what and what to do. */
	String finding(Finding finding) {
		String where = finding.source() + (finding.row() == 0 ? "" : ":" + finding.row()) + (finding.column().isEmpty() ? "" : " [" + finding.column() + "]");
		return where + " " + finding.rule() + ": " + meaning(finding);
	}

	/** What is wrong and what to do. */
	String meaning(Finding finding) {
		return text("rule." + finding.rule(), finding.value());
	}

}
