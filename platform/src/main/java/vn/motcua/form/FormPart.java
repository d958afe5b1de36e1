package vn.motcua.form;

/**
 * The part of a form that one person fills in.
 *
 * @param by empty for the applicant, id of a {@link Signer}, or {@link #OFFICE}
 * @param place which of several signers, from 0
 */
public record FormPart(String by, int place) {

	/** What officers fill in at the desk (<i>phần dành cho cơ quan</i>); applicants neither see nor write it. */
	public static final String OFFICE = "office";

	public static final FormPart OF_APPLICANT = new FormPart("", 0);

	public static final FormPart OF_OFFICE = new FormPart(OFFICE, 0);

}
