package vn.motcua.identity.domain;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.motcua.identity.Account;
import vn.motcua.kernel.Actor;

/**
 * An account to be made.
 *
 * @param passwordHash ready hash, never the password
 */
public record NewAccount(Actor.Kind kind, String login, String fullName, @Nullable String subject, @Nullable LocalDate birthDate,
		@Nullable String sex, @Nullable String phone, @Nullable String email, @Nullable String addressCommune, @Nullable String addressLine,
		Account.Assurance assurance, String passwordHash) {
}
