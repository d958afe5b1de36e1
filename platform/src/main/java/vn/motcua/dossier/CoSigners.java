package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import vn.motcua.kernel.Actor;

/** The applicant's side of a draft that several people sign: whom to ask, who has signed. */
public interface CoSigners {

	/** Everybody who has to sign, given the present answers, in the order of the form. */
	List<CoSigner> of(UUID draft, Actor applicant);

	/** Asks somebody; who was asked before in that place is no longer. */
	Link invite(UUID draft, Actor applicant, InviteSigner command);

	/** Reminds them: a new link while nobody took up the old one, which then ends; a message once somebody did. */
	Link remind(UUID draft, Actor applicant, UUID signer);

	/** Takes the invitation, the answers and the signature of that place away. */
	void revoke(UUID draft, Actor applicant, UUID signer);

	/**
	 * @param path address of the invitation below the platform's own, told this once; empty when they took it up already
	 */
	record Link(UUID signer, String path, Instant expiresAt) {
	}

}
