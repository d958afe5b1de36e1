package vn.motcua.dossier.domain;

import static vn.motcua.dossier.DossierStatus.ACCEPTED;
import static vn.motcua.dossier.DossierStatus.COMPLETED;
import static vn.motcua.dossier.DossierStatus.PAYMENT_REQUESTED;
import static vn.motcua.dossier.DossierStatus.PROCESSING;
import static vn.motcua.dossier.DossierStatus.REFUSED;
import static vn.motcua.dossier.DossierStatus.RETURNED;
import static vn.motcua.dossier.DossierStatus.STOPPED;
import static vn.motcua.dossier.DossierStatus.SUBMITTED;
import static vn.motcua.dossier.DossierStatus.SUPPLEMENT_REQUESTED;
import static vn.motcua.dossier.DossierStatus.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;

import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierStatus;

/**
 * Which status an agency's own system may report after which. Senders leave out steps, so whatever can be reached by the
 * table of {@link DossierLifecycle} is possible; what it never leads to is not. The event for a report is the one that
 * leads there.
 */
final class SyncMoves {

	private static final Set<DossierStatus> IN_WORK = EnumSet.of(PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWN, STOPPED, COMPLETED, RETURNED);

	private SyncMoves() {
	}

	/** @param reasoned whether the line says why: a stopped dossier is opened again only with a reason */
	static boolean possible(DossierStatus from, DossierStatus to, boolean reasoned) {
		return switch (from) {
			case SUBMITTED -> true;
			case ACCEPTED -> to == ACCEPTED || IN_WORK.contains(to);
			case PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, COMPLETED -> IN_WORK.contains(to);
			case STOPPED -> to == STOPPED || to == PROCESSING && reasoned;
			case REFUSED, WITHDRAWN, RETURNED -> to == from;
		};
	}

	static Type event(DossierStatus from, DossierStatus to, boolean dueMoved) {
		if (from == to && to != PROCESSING) {
			return dueMoved && !to.ended() && to != SUBMITTED ? Type.RESCHEDULED : Type.ASSIGNED;
		}
		return switch (to) {
			case SUBMITTED -> Type.SUBMITTED;
			case ACCEPTED -> Type.ACCEPTED;
			case REFUSED -> Type.REFUSED;
			case PROCESSING -> from == SUPPLEMENT_REQUESTED ? Type.SUPPLEMENT_ANSWERED : from == STOPPED ? Type.CORRECTED : Type.PROCESSED;
			case SUPPLEMENT_REQUESTED -> Type.SUPPLEMENT_REQUESTED;
			case PAYMENT_REQUESTED -> Type.PAYMENT_REQUESTED;
			case WITHDRAWN -> Type.WITHDRAWN;
			case STOPPED -> Type.STOPPED;
			case COMPLETED -> Type.COMPLETED;
			case RETURNED -> Type.RETURNED;
		};
	}

}
