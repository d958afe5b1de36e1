package vn.motcua.identity.domain;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.PersonalNumber;

/** A person who registers, as typed: what is tidied is tidied, what is wrong is named by field. */
public record Applicant(String number, String fullName, String birthDate, String sex, String phone, String password) {

	private static final int LONGEST_NAME = 100;

	public Applicant {
		number = number.replaceAll("\\s", "");
		fullName = Normalizer.normalize(fullName, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
		phone = normalPhone(phone);
	}

	/** Mobile number of Vietnam in its national form; what is not one stays as it is. */
	public static String normalPhone(String typed) {
		String digits = typed.replaceAll("[\\s.\\-()]", "");
		return digits.startsWith("+84") ? "0" + digits.substring(3) : digits;
	}

	public static boolean isMobile(String phone) {
		return phone.matches("0[35789]\\d{8}");
	}

	/**
	 * Field → code of the rule it breaks, in the order of the form. Decree 137/2015/NĐ-CP art. 13: the number carries the
	 * place of registration, the century, the sex and the year of birth.
	 *
	 * @param knownProvince tells whether two digits are the code of a province
	 */
	public Map<String, String> problems(LocalDate today, Predicate<String> knownProvince) {
		Map<String, String> problems = new LinkedHashMap<>();
		if (!PersonalNumber.isWellFormed(number) || !knownProvince.test(number.substring(1, 3))) {
			problems.put("soDinhDanh", "identity.number");
		}
		if (fullName.length() < 2 || fullName.length() > LONGEST_NAME || !fullName.matches("\\p{L}[\\p{L}\\p{M} .'’-]*")) {
			problems.put("hoTen", "identity.full-name");
		}
		LocalDate born = born().orElse(null);
		if (born == null || born.isAfter(today) || born.isBefore(today.minusYears(130))) {
			problems.put("ngaySinh", "identity.birth-date");
		}
		if (!sex.equals("male") && !sex.equals("female")) {
			problems.put("gioiTinh", "identity.sex");
		}
		if (problems.isEmpty() && !agree(born)) {
			problems.put("soDinhDanh", "identity.number-disagrees");
		}
		if (!isMobile(phone)) {
			problems.put("dienThoai", "identity.phone");
		}
		PasswordRule.broken(password, Arrays.asList(number, fullName, phone)).ifPresent(code -> problems.put("matKhau", code));
		return problems;
	}

	public Optional<LocalDate> born() {
		try {
			return Optional.of(LocalDate.parse(birthDate));
		}
		catch (DateTimeException notADay) {
			return Optional.empty();
		}
	}

	private boolean agree(@Nullable LocalDate born) {
		PersonalNumber carried = new PersonalNumber(number);
		return born != null && carried.agreesWith(born) && carried.female() == sex.equals("female");
	}

	/** Never the password. */
	@Override
	public String toString() {
		return "applicant";
	}

}
