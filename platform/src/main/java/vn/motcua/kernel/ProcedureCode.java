package vn.motcua.kernel;

import java.util.regex.Pattern;

/**
 * Code of an administrative procedure (<i>mã thủ tục hành chính</i>): {@code n.nnnnnn}, first digit 1 or 2 for national,
 * 3 for local procedures; a province's copy adds {@code .000.00.00.Hxx}.
 */
public record ProcedureCode(String value) {

	private static final Pattern FORM = Pattern.compile("[1-3]\\.\\d{6}(\\.\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Y]\\d{2})?");

	public ProcedureCode {
		if (!isWellFormed(value)) {
			throw new IllegalArgumentException("not a procedure code: " + value);
		}
	}

	public static boolean isWellFormed(String value) {
		return value != null && FORM.matcher(value).matches();
	}

	@Override
	public String toString() {
		return value;
	}

}
