package vn.motcua.sdk;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

/** The one form in which texts are kept and compared on both sides: composed (NFC), without white space around, empty is none. */
final class Texts {

	private Texts() {
	}

	static @Nullable String optional(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String form = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
		return form.isEmpty() ? null : form;
	}

	static String required(String name, @Nullable String text) {
		String form = optional(text);
		if (form == null) {
			throw new IllegalArgumentException(name + " is missing");
		}
		return form;
	}

}
