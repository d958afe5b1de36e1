package vn.motcua.onestop.domain;

import java.text.Normalizer;
import java.util.Locale;

/** Words without case and tone marks, for finding names as people type them. */
final class Folded {

	private Folded() {
	}

	static String of(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).replace('đ', 'd').strip();
	}

}
