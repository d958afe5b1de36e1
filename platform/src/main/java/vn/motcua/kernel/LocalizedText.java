package vn.motcua.kernel;

import java.util.Locale;

/**
 * A text that people read, in the two languages of the platform.
 *
 * @param vi Vietnamese, never blank, Unicode NFC
 * @param en English, never blank; equal to {@code vi} where a name has no English form
 */
public record LocalizedText(String vi, String en) {

	public LocalizedText {
		if (vi == null || vi.isBlank()) {
			throw new IllegalArgumentException("a text needs its Vietnamese form");
		}
		if (en == null || en.isBlank()) {
			en = vi;
		}
	}

	/** A name that is the same in both languages. */
	public static LocalizedText same(String text) {
		return new LocalizedText(text, text);
	}

	/** The text in the reader's language; anything but English reads Vietnamese. */
	public String in(Locale locale) {
		return locale.getLanguage().equals("en") ? en : vi;
	}

}
