package vn.motcua.notification;

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
 */
public record Message(String key, @Nullable UUID account, @Nullable String phone, @Nullable String email, String template,
		Map<String, String> values, @Nullable String href) {

	public Message {
		values = Map.copyOf(values);
	}

}
