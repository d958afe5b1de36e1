package vn.motcua.kernel;

import java.time.LocalDate;

/**
 * Personal identification number (<i>số định danh cá nhân</i>), 12 digits: province of birth registration (3), century
 * and sex (1), last two digits of the birth year (2), random (6). There is no check digit. Source: Decree
 * 137/2015/NĐ-CP art. 13, Circular 59/2021/TT-BCA.
 */
public record PersonalNumber(String value) {

	public PersonalNumber {
		if (!isWellFormed(value)) {
			throw new IllegalArgumentException("a personal number has 12 digits");
		}
	}

	public static boolean isWellFormed(String value) {
		return value != null && value.matches("0\\d{11}") && !value.startsWith("000");
	}

	/** Birth year that the number carries. */
	public int birthYear() {
		return 1900 + 100 * ((value.charAt(3) - '0') / 2) + Integer.parseInt(value.substring(4, 6));
	}

	/** True when the number belongs to a woman. */
	public boolean female() {
		return (value.charAt(3) - '0') % 2 == 1;
	}

	public boolean agreesWith(LocalDate birthDate) {
		return birthYear() == birthDate.getYear();
	}

	/** For screens and slips that others may see: first three and last three digits. */
	public String masked() {
		return value.substring(0, 3) + "••••••" + value.substring(9);
	}

	/** Masked: a personal number never reaches a log by accident. */
	@Override
	public String toString() {
		return masked();
	}

}
