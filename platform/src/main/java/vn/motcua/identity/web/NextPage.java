package vn.motcua.identity.web;

import java.util.Optional;

/** Where somebody wanted to go before signing in: only ever a page of ours. */
final class NextPage {

	private NextPage() {
	}

	static Optional<String> of(String wanted) {
		boolean ours = wanted.startsWith("/") && !wanted.startsWith("//") && wanted.length() <= 2_000
				&& wanted.chars().allMatch(letter -> letter > ' ' && letter < 127 && letter != '\\') && !wanted.startsWith("/dang-");
		return ours ? Optional.of(wanted) : Optional.empty();
	}

}
