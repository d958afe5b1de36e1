package vn.motcua.identity.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a new password must be: long enough, not one that everybody tries first, not the person's own number or name. No
 * mix of letters and signs is asked for: length is what counts. Source: NIST SP 800-63B section 5.1.1.2.
 */
public final class PasswordRule {

	public static final int SHORTEST = 10;

	public static final int LONGEST = 200;

	private static final Set<String> COMMON = common();

	private PasswordRule() {
	}

	/** Code of the first rule the password breaks, or empty when it will do. */
	public static Optional<String> broken(String password, Collection<@Nullable String> ownWords) {
		if (password.codePointCount(0, password.length()) < SHORTEST) {
			return Optional.of("identity.password-short");
		}
		if (password.length() > LONGEST) {
			return Optional.of("identity.password-long");
		}
		String plain = password.toLowerCase(Locale.ROOT);
		if (COMMON.contains(plain) || plain.chars().distinct().count() < 4 || isRun(plain)) {
			return Optional.of("identity.password-common");
		}
		boolean own = ownWords.stream().filter(Objects::nonNull).map(word -> word.toLowerCase(Locale.ROOT)).anyMatch(word -> word.length() >= 6
				&& plain.contains(word));
		return own ? Optional.of("identity.password-own") : Optional.empty();
	}

	/** abcdefghij, 9876543210 and the like. */
	private static boolean isRun(String plain) {
		int step = plain.charAt(1) - plain.charAt(0);
		if (Math.abs(step) > 1) {
			return false;
		}
		for (int i = 1; i < plain.length(); i++) {
			int difference = plain.charAt(i) - plain.charAt(i - 1);
			if (difference != step && Math.abs(difference) != 9) {
				return false;
			}
		}
		return true;
	}

	private static Set<String> common() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(PasswordRule.class.getResourceAsStream("/vn/motcua/identity/common-passwords.txt")), StandardCharsets.UTF_8))) {
			return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
