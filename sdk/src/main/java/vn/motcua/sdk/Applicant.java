package vn.motcua.sdk;

import org.jspecify.annotations.Nullable;

/**
 * Whose dossier it is (<i>chủ hồ sơ</i>).
 *
 * @param name full name of the person or organisation
 * @param number personal number of 12 digits, old card of 9, or tax code of 10 or 13; {@code null} when the agency has none
 * @param phone telephone number, {@code null} when unknown
 * @param email address, {@code null} when unknown
 */
public record Applicant(String name, @Nullable String number, @Nullable String phone, @Nullable String email) {

	/**
	 * Puts the texts into the form in which both sides keep them.
	 * @throws IllegalArgumentException when there is no name
	 */
	public Applicant {
		name = Texts.required("applicant.name", name);
		number = Texts.optional(number);
		phone = Texts.optional(phone);
		email = Texts.optional(email);
	}

	/**
	 * An applicant of whom name and number are known.
	 * @param name full name
	 * @param number personal number or tax code, {@code null} when the agency has none
	 * @return the applicant
	 */
	public static Applicant of(String name, @Nullable String number) {
		return new Applicant(name, number, null, null);
	}

}
