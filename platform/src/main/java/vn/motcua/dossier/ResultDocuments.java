package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.UUID;

import vn.motcua.kernel.Actor;

/** Draws and signs the document of a result and stores it: the room that issues results does. */
public interface ResultDocuments {

	/** File of the signed document. */
	UUID draw(DossierView dossier, Content content, Actor signer);

	/**
	 * What the document says beyond the dossier.
	 *
	 * @param token what {@link Results#newToken} gave, for the QR code
	 * @param opinion ground of the decision, empty for none
	 */
	record Content(String number, String token, boolean granted, String opinion, LocalDate signedOn) {
	}

}
