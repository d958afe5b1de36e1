package vn.motcua.dossier;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.form.FormPart;
import vn.motcua.kernel.LocalizedText;

/**
 * Somebody besides the applicant who has to sign a draft (<i>người cùng ký</i>), as the applicant sees them.
 *
 * @param several whether there may be more than one of the kind
 * @param invitation {@code null} while nobody was asked
 */
public record CoSigner(FormPart part, LocalizedText title, boolean several, @Nullable Invitation invitation) {

	public enum State {
		NOT_INVITED, INVITED, EXPIRED, ACCEPTED, SIGNED, VOIDED
	}

	/**
	 * @param name what the applicant called them, or the name of the account once it took the link up
	 * @param expiresAt until when the link can be taken up
	 * @param signedAt moment of the signature, {@code null} for none
	 * @param digest SHA-256 of what was signed
	 * @param voidedAt when a change took the signature its force, {@code null} while it is in force
	 */
	public record Invitation(UUID id, String name, @Nullable String email, Instant invitedAt, Instant expiresAt, @Nullable Instant acceptedAt,
			@Nullable Instant signedAt, @Nullable String digest, @Nullable Instant voidedAt) {
	}

	public State state(Instant now) {
		if (invitation == null) {
			return State.NOT_INVITED;
		}
		if (invitation.signedAt() != null) {
			return invitation.voidedAt() == null ? State.SIGNED : State.VOIDED;
		}
		return invitation.acceptedAt() != null ? State.ACCEPTED : invitation.expiresAt().isBefore(now) ? State.EXPIRED : State.INVITED;
	}

}
