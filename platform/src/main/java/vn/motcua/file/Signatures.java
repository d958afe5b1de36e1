package vn.motcua.file;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** Electronic signatures on PDF documents (PAdES). Two signatures, the competent person's and the agency's: Decree 30/2020. */
public interface Signatures {

	/** Signs a PDF as a person of an agency; the key is held for the signer's account. */
	byte[] sign(byte[] pdf, Signer signer, String reason);

	/** What the signatures in a document say; empty when it has none. */
	List<Signature> verify(InputStream pdf);

	record Signer(String name, String position, String agencyName) {
	}

	/** @param intact the document was not changed after signing @param trusted the certificate chains to one the platform trusts */
	record Signature(String signerName, String agencyName, Instant signedAt, boolean intact, boolean trusted) {
	}

}
