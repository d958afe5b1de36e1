package vn.motcua.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code of a dossier (<i>mã số hồ sơ</i>): receiving agency's exchange identifier, date received, daily sequence of that
 * agency, for example {@code 000.00.14.H56-200203-0118}. Four digits by the rule; an agency that receives more than
 * 9,999 dossiers on one day goes on with five and six. Source: Decree 61/2018/NĐ-CP art. 26, Circular 01/2018/TT-VPCP
 * art. 19.
 */
public record DossierCode(String value) {

	private static final Pattern FORM = Pattern.compile("([0-9A-Z][0-9A-Z.]{1,34})-(\\d{6}|\\d{8})-(\\d{4,7})");

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

	private static Optional<LocalDate> parse(String value) {
		Matcher matcher = FORM.matcher(value == null ? "" : value);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		String digits = matcher.group(2);
		int year = digits.length() == 8 ? Integer.parseInt(digits.substring(0, 4)) : 2000 + Integer.parseInt(digits.substring(0, 2));
		String monthDay = digits.substring(digits.length() - 4);
		try {
			return Optional.of(LocalDate.of(year, Integer.parseInt(monthDay.substring(0, 2)), Integer.parseInt(monthDay.substring(2))));
		}
		catch (DateTimeException impossible) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return value;
	}

}
