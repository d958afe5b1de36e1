package vn.motcua.file;

import java.text.Normalizer;
import java.util.Optional;

/** Name of a file as people gave it, made safe to show and to send: no folders, no control characters, NFC, 200 characters. */
final class FileName {

	private static final int MOST_CHARACTERS = 200;

	private FileName() {
	}

	static Optional<String> of(String given) {
		if (given == null) {
			return Optional.empty();
		}
		String name = Normalizer.normalize(given, Normalizer.Form.NFC);
		name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
		name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\"<>|:*?]", "").strip();
		if (name.isEmpty() || name.chars().allMatch(character -> character == '.')) {
			return Optional.empty();
		}
		return Optional.of(name.length() <= MOST_CHARACTERS ? name : shortened(name));
	}

	private static String shortened(String name) {
		int dot = name.lastIndexOf('.');
		String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
		int end = MOST_CHARACTERS - ending.length();
		return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
	}

}
