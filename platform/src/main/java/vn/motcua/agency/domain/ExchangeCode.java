package vn.motcua.agency.domain;

import java.time.LocalDate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Identifier of an agency in the exchange of documents and dossiers (<i>mã định danh</i>).
 *
 * @param verified whether the code was read in a source; the others are drawn by our own pattern
 */
public record ExchangeCode(int unit, Scheme scheme, String code, LocalDate from, @Nullable LocalDate until, boolean verified) {

	/** First day on which Decision 20/2020/QĐ-TTg was in force. */
	static final LocalDate DECISION_20_SINCE = LocalDate.of(2020, 9, 15);

	private static final Pattern QCVN102_FORM = Pattern.compile("\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Y]\\d{2}");

	public enum Scheme {
		/** QCVN 102:2016/BTTTT: {@code 000.00.15.H26}, read from right to left, zeros are not used. */
		QCVN102,
		/** Decision 20/2020/QĐ-TTg art. 4: {@code H26.15}, read from left to right. */
		DECISION20
	}

	boolean covers(LocalDate on) {
		return !on.isBefore(from) && (until == null || on.isBefore(until));
	}

	/** The code as it is written on a day: by QCVN 102 until 14/09/2020, by Decision 20 from then on. */
	String written(LocalDate on) {
		return on.isBefore(DECISION_20_SINCE) ? code : turned();
	}

	/** The code in the form of Decision 20, whichever scheme it was given in. */
	String turned() {
		return scheme == Scheme.QCVN102 ? turned(code) : code;
	}

	/** {@code 000.09.21.H26} by QCVN 102 is {@code H26.21.09} by Decision 20; any other text stays as it is. */
	static String turned(String code) {
		if (!QCVN102_FORM.matcher(code).matches()) {
			return code;
		}
		String[] groups = code.split("\\.");
		StringBuilder text = new StringBuilder(groups[groups.length - 1]);
		for (int i = groups.length - 2; i >= 0; i--) {
			if (!groups[i].chars().allMatch(c -> c == '0')) {
				text.append('.').append(groups[i]);
			}
		}
		return text.toString();
	}

}
