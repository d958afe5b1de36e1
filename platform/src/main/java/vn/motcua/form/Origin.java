package vn.motcua.form;

import vn.motcua.kernel.LocalizedText;

/**
 * Where an answer came from that nobody typed here.
 *
 * @param name of the register, or the code of the earlier dossier
 */
public record Origin(Kind kind, LocalizedText name) {

	public enum Kind {
		/** The person's own account. */
		ACCOUNT,
		/** An earlier dossier of the same person. */
		EARLIER,
		/** A register; the person may still change it here. */
		REGISTER,
		/** The register that alone says what holds. */
		AUTHORITY,
		/** The register did not answer: the person writes it themselves. */
		DOWN
	}

	public boolean fixed() {
		return kind == Kind.AUTHORITY;
	}

}
