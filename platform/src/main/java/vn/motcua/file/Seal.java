package vn.motcua.file;

/**
 * The platform's own seal on statements that are no documents: CMS signed data (RFC 5652) in PEM, with the statement inside and the
 * certificates beside it, so that {@code openssl cms -verify} alone reads it. The key is the entry {@code platform} of the signing key
 * store; demo mode makes one.
 */
public interface Seal {

	/**
	 * Seals a statement with the moment of sealing.
	 * @throws vn.motcua.kernel.problem.ProblemException {@link FileProblem#NO_SIGNING_KEY} when the installation has no such key
	 */
	String seal(byte[] statement);

	/** What the seal is checked by: the certificate of the platform and those above it, PEM, the topmost last. */
	String certificates();

}
