package vn.motcua.dossier;

import java.util.List;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;

/** The side of somebody who was asked to fill in and sign a part of another's draft. */
public interface CoSigning {

	/** What a link is about, before it is taken up. Unknown, ended and used links of others are not found. */
	SigningView preview(String token, Actor reader);

	/** Takes the link up: from now on it belongs to this account alone. Taken up again by the same account it answers the same. */
	UUID accept(String token, Actor signer);

	SigningView get(UUID id, Actor signer);

	/** As {@link #get}, to read the applicant's answers: the look is recorded and the applicant can see it. */
	SigningView read(UUID id, Actor signer);

	/** Merge patch (RFC 7396) of the signer's own answers; for one of several signers, of their repetition. */
	SigningView patch(UUID id, Actor signer, JsonNode mergePatch);

	/** What is wrong with the signer's own answers; empty when they can sign. */
	List<FieldProblem> check(UUID id, Actor signer);

	/**
	 * Signs what was read.
	 * @param digest of what the signer was shown; refused with 409 when it has changed since
	 */
	SigningView sign(UUID id, Actor signer, String digest);

	/** Drafts where this account was asked and that are not submitted yet, newest first, at most 50. */
	List<SigningView> of(Actor signer);

}
