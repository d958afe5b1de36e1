package vn.motcua.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Code of an administrative procedure (<i>mã thủ tục hành chính</i>): {@code n.nnnnnn}, first digit 1 or 2 for national,
 * 3 for local procedures; a province's copy adds {@code .000.00.00.Hxx}.
 */
public record ProcedureCode(String value) {

	private static final Pattern FORM = Pattern.compile("[1-3]\\.\\d{6}(\\.\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Y]\\d{2})?");

	private static final String NATIONAL = "n.nnnnnn";

	public ProcedureCode {
		if (!isWellFormed(value)) {
			throw new IllegalArgumentException("not a procedure code: " + value);
		}
	}

	public static boolean isWellFormed(String value) {
		return value != null && FORM.matcher(value).matches();
	}

	/**
	 * A code as agencies' systems write it: with the ending of a province's copy, which is kept, or of an online service ({@code .01}), which names no
	 * procedure and is left away. Empty when it is none.
	 */
	public static Optional<ProcedureCode> find(String written) {
		if (isWellFormed(written)) {
			return Optional.of(new ProcedureCode(written));
		}
		int ending = NATIONAL.length();
		String national = written.length() > ending && written.charAt(ending) == '.' ? written.substring(0, ending) : "";
		return isWellFormed(national) ? Optional.of(new ProcedureCode(national)) : Optional.empty();
	}

	/** The code without the ending of a province's copy. */
	public ProcedureCode national() {
		return value.length() == NATIONAL.length() ? this : new ProcedureCode(value.substring(0, NATIONAL.length()));
	}

	@Override
	public String toString() {
		return value;
	}

}
