package vn.motcua.portal.track;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.DossierCode;

/** A dossier code as people type, paste or dictate it: with spaces, other dashes, small letters, words around it. */
final class TypedCode {

	private static final int LONGEST = 200;

	private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212_]");

	private static final Pattern CODE = Pattern.compile("(?i)[0-9a-z][0-9a-z.]{1,34}-\\d{6,8}-\\d{4,7}");

	private TypedCode() {
	}

	static Optional<DossierCode> read(@Nullable String typed) {
		if (typed == null || typed.length() > LONGEST) {
			return Optional.empty();
		}
		String plain = DASHES.matcher(typed).replaceAll("-");
		Matcher within = CODE.matcher(plain);
		if (within.find()) {
			return DossierCode.find(within.group());
		}
		return DossierCode.find(plain.replaceAll("[\\s\\u00a0]+", ""));
	}

}
