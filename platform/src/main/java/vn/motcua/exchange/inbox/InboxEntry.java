package vn.motcua.exchange.inbox;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;

/**
 * One thing that an agency's own system is to fetch (<i>mục trong hộp đến</i>).
 *
 * @param seq the event of the dossier that it stands for
 * @param fetchedAt when the system first read it, {@code null} while nobody did
 * @param ackedAt when the system said that it has it; then it is offered no more
 */
public record InboxEntry(long number, UUID system, AgencyId agency, ProcedureCode procedure, Kind kind, DossierCode code, int seq, Instant at,
		@Nullable Instant fetchedAt, @Nullable Instant recordedAt, @Nullable Instant ackedAt) {

	/** What happened on the portal. */
	public enum Kind {
		SUBMISSION, SUPPLEMENT, WITHDRAWAL, PAYMENT;

		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** {@code null} for an event of which the system need not hear. */
		static @Nullable Kind of(DossierEvent.Type type) {
			return switch (type) {
				case SUBMITTED -> SUBMISSION;
				case SUPPLEMENT_ANSWERED -> SUPPLEMENT;
				case WITHDRAWN -> WITHDRAWAL;
				case PAID -> PAYMENT;
				case ACCEPTED, REFUSED, PROCESSED, ASSIGNED, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, STOPPED, COMPLETED, RETURNED, RESCHEDULED, CORRECTED,
						RESULT_REVOKED, OPINION_ASKED, OPINION_GIVEN -> null;
			};
		}

	}

}
