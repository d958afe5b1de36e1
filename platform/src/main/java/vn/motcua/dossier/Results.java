package vn.motcua.dossier;

import java.util.Optional;

import vn.motcua.kernel.DossierCode;

/** Results of dossiers (<i>kết quả giải quyết</i>) as anybody may verify them who holds one. */
public interface Results {

	/** A new, unguessable last part of the address {@code /xac-thuc/{token}}, to be drawn on the result before it is signed. */
	String newToken(DossierCode code);

	/** The result that carries a token; empty when no result does. */
	Optional<VerifiedResult> verify(String token);

}
