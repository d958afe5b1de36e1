package vn.motcua.form.importing;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Texts of a source in one language as texts in both, and names made of them. */
final class Words {

	private static final Pattern LETTERS = Pattern.compile("\\p{L}{3}");

	private static final int LONGEST = 2_000;

	private final @Nullable JsonNode toVietnamese;

	private final @Nullable JsonNode toEnglish;

	private final Set<String> untranslated = new LinkedHashSet<>();

	/** @param translations by language, texts of the source to texts of the language; may be missing */
	Words(JsonNode translations) {
		this.toVietnamese = language(translations, "vi");
		this.toEnglish = language(translations, "en");
	}

	/** The text in vi and en; the same in both where nobody has translated it. */
	ObjectNode of(String text) {
		String plain = plain(text);
		String vi = translated(toVietnamese, text);
		String en = translated(toEnglish, text);
		ObjectNode words = JsonNodeFactory.instance.objectNode().put("vi", vi == null ? plain : vi).put("en", en == null ? plain : en);
		if (words.get("vi").equals(words.get("en")) && LETTERS.matcher(plain).find()) {
			untranslated.add(plain);
		}
		return words;
	}

	/** Texts that stand in one language only. */
	Set<String> untranslated() {
		return untranslated;
	}

	/** Text without mark-up, in one line, of a length that fits. */
	static String plain(String text) {
		String plain = text.replaceAll("(?s)<(script|style)\\b.*?</\\1>", " ").replaceAll("<[^>]{0,2000}>", " ").replace("&nbsp;", " ").replace("&lt;", "<")
			.replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
		return plain.length() > LONGEST ? plain.substring(0, LONGEST - 1) + "…" : plain;
	}

	/** Letters without accents, lower-case, parted by {@code joint}; starts with a letter. */
	static String name(String text, String joint, int longest) {
		String plain = Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD).replaceAll("\\p{M}+", "")
			.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", joint).replaceAll("^[^a-z]+", "");
		String cut = plain.length() > longest ? plain.substring(0, longest) : plain;
		return cut.replaceAll(joint + "+$", "");
	}

	private static @Nullable String translated(@Nullable JsonNode language, String text) {
		String translated = language == null ? "" : plain(language.path(text).asString(""));
		return translated.isEmpty() ? null : translated;
	}

	private static @Nullable JsonNode language(JsonNode translations, String language) {
		for (var member : translations.properties()) {
			if (member.getKey().toLowerCase(Locale.ROOT).matches(language + "([-_].*)?") && member.getValue().isObject()) {
				return member.getValue();
			}
		}
		return null;
	}

}
