package vn.motcua.reporting.regime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Excel forms guard a quotient against nothing below the line: {@code IF(D9=0,0,D8/D9*100)}, {@code IF(D9>0,D8/D9,"")}, {@code IFERROR(D8/D9,0)}. Here a quotient by
 * nothing is no figure by itself, so only the quotient is taken.
 */
final class GuardedDivision {

	private static final String NOTHING = "(?:0|\"[^\"]*\")";

	private static final String DIVISOR = "([^,;<>=\"]+)";

	private static final Pattern WHEN_ZERO = Pattern.compile("IF\\(" + DIVISOR + "=0[,;]" + NOTHING + "[,;](?<quotient>.+)\\)");

	private static final Pattern UNLESS_ZERO = Pattern.compile("IF\\(" + DIVISOR + "(?:<>|>)0[,;](?<quotient>.+)[,;]" + NOTHING + "\\)");

	private static final Pattern ON_ERROR = Pattern.compile("IFERROR\\((?<quotient>.+)[,;]" + NOTHING + "\\)");

	private GuardedDivision() {
	}

	/** The quotient alone; what guards something else stays as it is. */
	static String plain(String excel) {
		String compact = excel.replaceAll("[\\s$]", "");
		for (Pattern guard : new Pattern[] { WHEN_ZERO, UNLESS_ZERO }) {
			Matcher guarded = guard.matcher(compact);
			if (guarded.matches() && whole(guarded.group("quotient")) && divides(guarded.group("quotient"), guarded.group(1))) {
				return guarded.group("quotient");
			}
		}
		Matcher guarded = ON_ERROR.matcher(compact);
		return guarded.matches() && whole(guarded.group("quotient")) && guarded.group("quotient").contains("/") ? guarded.group("quotient") : excel;
	}

	private static boolean divides(String quotient, String divisor) {
		return Pattern.compile("/\\(?" + Pattern.quote(divisor) + "(?![0-9])").matcher(quotient).find();
	}

	/** Whether every bracket that opens closes, and no comma stands outside of one. */
	private static boolean whole(String text) {
		int depth = 0;
		for (int at = 0; at < text.length() && depth >= 0; at++) {
			char sign = text.charAt(at);
			depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
			if (depth == 0 && (sign == ',' || sign == ';')) {
				return false;
			}
		}
		return depth == 0;
	}

}
