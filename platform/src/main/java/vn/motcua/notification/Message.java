package vn.motcua.notification;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something to tell a person.
 *
 * @param key unique name of the message: the same key is told once, however often it is sent
 * @param account whose inbox, {@code null} for someone without an account
 * @param phone where an SMS goes, {@code null} for none
 * @param email where an e-mail goes, {@code null} for none
 * @param template message key; {@code <template>.subject} and {@code <template>.body} stand in the message files
 * @param values named values for the template
 * @param href page the message points to, {@code null} for none
 * @param language of the e-mail and the text message, {@code vi} or {@code en}; the inbox is read in the language of its page
 */
public record Message(String key, @Nullable UUID account, @Nullable String phone, @Nullable String email, String template,
		Map<String, String> values, @Nullable String href, String language) {

	public static final String VIETNAMESE = "vi";

	public Message {
		if (!language.equals(VIETNAMESE) && !language.equals("en")) {
			throw new IllegalArgumentException("the platform speaks vi and en");
		}
		values = Map.copyOf(values);
	}

	/** In Vietnamese: for who has no account, and for officers. */
	public Message(String key, @Nullable UUID account, @Nullable String phone, @Nullable String email, String template, Map<String, String> values,
			@Nullable String href) {
		this(key, account, phone, email, template, values, href, VIETNAMESE);
	}

	/** The language of a page as messages name it. */
	public static String languageOf(Locale locale) {
		return locale.getLanguage().equals("en") ? "en" : VIETNAMESE;
	}

}
