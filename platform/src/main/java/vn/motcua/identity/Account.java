package vn.motcua.identity;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Actor;

/**
 * An account and what is known of its holder.
 *
 * @param subject personal number or tax code; {@code null} for officers
 * @param language of e-mails and text messages to the holder, {@code vi} or {@code en}
 * @param assurance how sure the identity is
 */
public record Account(UUID id, Actor.Kind kind, String login, String fullName, @Nullable String subject,
		@Nullable LocalDate birthDate, @Nullable String sex, @Nullable String phone, @Nullable String email,
		@Nullable String addressCommune, @Nullable String addressLine, Assurance assurance, String language) {

	public enum Assurance {
		/** Registered online with a phone number. */
		BASIC,
		/** Checked against a register or at a counter. */
		VERIFIED
	}

}
