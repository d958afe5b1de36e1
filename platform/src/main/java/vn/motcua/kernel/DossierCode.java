package vn.motcua.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Code of a dossier (<i>mã số hồ sơ</i>): receiving agency's exchange identifier, date received, daily sequence of that
 * agency, for example {@code 000.00.14.H56-200203-0118}. Four digits by the rule; an agency that receives more than
 * 9,999 dossiers on one day goes on with five and six. Source: Decree 61/2018/NĐ-CP art. 26, Circular 01/2018/TT-VPCP
 * art. 19.
 */
public record DossierCode(String value) {

	public DossierCode {
		if (parse(value).isEmpty()) {
			throw new IllegalArgumentException("not a dossier code");
		}
	}


	public static DossierCode of(String agencyExchangeCode, LocalDate receivedOn, int sequence) {
		return new DossierCode(String.format(Locale.ROOT, "%s-%02d%02d%02d-%04d", agencyExchangeCode,
				receivedOn.getYear() % 100, receivedOn.getMonthValue(), receivedOn.getDayOfMonth(), sequence));
	}

	/** What a person typed, or empty when it has not the form of a dossier code. Spaces and lower case are forgiven. */
	public static Optional<DossierCode> find(String typed) {
		if (typed == null || typed.length() > 64) {
			return Optional.empty();
		}
		String value = typed.strip().replace(" ", "").toUpperCase(Locale.ROOT);
		return parse(value).map(date -> new DossierCode(value));
	}

	/** Exchange identifier of the receiving agency, the part before the day. */
	public String agency() {
		return value.substring(0, value.lastIndexOf('-', value.lastIndexOf('-') - 1));
	}

	/** The day in the code: the day the dossier was received, in Vietnam. */
	public LocalDate receivedOn() {
		return parse(value).orElseThrow();
	}

	/** By hand: a province's system asks this for every line of ten thousand. */
	private static Optional<LocalDate> parse(@Nullable String value) {
		if (value == null) {
			return Optional.empty();
		}
		int number = value.lastIndexOf('-') + 1;
		int day = value.lastIndexOf('-', number - 2) + 1;
		int dayLength = number - 1 - day;
		if (day < 3 || day > 36 || dayLength != 6 && dayLength != 8 || value.length() - number < 4 || value.length() - number > 7
				|| !isAgency(value, day - 1) || !isDigits(value, day, number - 1) || !isDigits(value, number, value.length())) {
			return Optional.empty();
		}
		int monthDay = number - 5;
		int year = Integer.parseInt(value, day, monthDay, 10) + (dayLength == 8 ? 0 : 2000);
		try {
			return Optional.of(LocalDate.of(year, Integer.parseInt(value, monthDay, monthDay + 2, 10), Integer.parseInt(value, monthDay + 2, monthDay + 4, 10)));
		}
		catch (DateTimeException impossible) {
			return Optional.empty();
		}
	}

	/** Capital letters and digits in groups; the first is no dot. */
	private static boolean isAgency(String value, int until) {
		for (int i = 0; i < until; i++) {
			char letter = value.charAt(i);
			boolean plain = letter >= '0' && letter <= '9' || letter >= 'A' && letter <= 'Z';
			if (!plain && (letter != '.' || i == 0)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isDigits(String value, int from, int until) {
		for (int i = from; i < until; i++) {
			if (value.charAt(i) < '0' || value.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		return value;
	}

}
