package vn.motcua.file;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import vn.motcua.kernel.AgencyId;

/** Electronic signatures on PDF documents (PAdES). Two signatures, the competent person's and the agency's: Decree 30/2020. */
public interface Signatures {

	/** Signs a PDF as a person of an agency: with the key of that account at that agency, then with the agency's. */
	byte[] sign(byte[] pdf, Signer signer, String reason);

	/** What the signatures in a document say; empty when it has none. */
	List<Signature> verify(InputStream pdf);

	/** @param account finds the key: two people of one name never share one */
	record Signer(UUID account, String name, String position, AgencyId agency, String agencyName) {
	}

	/**
	 * Names as the certificate has them, never as the document claims.
	 *
	 * @param signerName the person; the agency's name in the agency's own signature
	 * @param intact the document was not changed after signing
	 * @param trusted the certificate chains to one the platform trusts
	 */
	record Signature(String signerName, String agencyName, Instant signedAt, boolean intact, boolean trusted) {

		/** Whether a person signed, not an agency. */
		public boolean personal() {
			return !signerName.equals(agencyName);
		}

	}

}
