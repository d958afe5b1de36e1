package vn.motcua.dossier;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;

/**
 * One line of the ledger. Never changed, never removed.
 *
 * @param number place in the ledger; gaps are allowed
 * @param seq place within the dossier, from 1
 * @param status status after the event
 * @param at when it happened
 * @param recordedAt when it was recorded
 * @param detail what the step carried
 */
public record DossierEvent(long number, DossierCode code, int seq, Type type, DossierStatus status, Instant at, Instant recordedAt,
		Actor.Kind actorKind, UUID actorAccount, String actorName, AgencyId agency, Channel channel, @Nullable String reason,
		ObjectNode detail) {

	public enum Type {
		SUBMITTED, ACCEPTED, REFUSED, PROCESSED, ASSIGNED, SUPPLEMENT_REQUESTED, SUPPLEMENT_ANSWERED, PAYMENT_REQUESTED, PAID, WITHDRAWN, STOPPED, COMPLETED, RETURNED, RESCHEDULED, CORRECTED, RESULT_REVOKED,
		OPINION_ASKED, OPINION_GIVEN
	}

}
