package vn.motcua.dossier.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.Assessment;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.OwnSystem;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.calendar.TimeLimit;

/**
 * What a dossier (<i>hồ sơ</i>) is after the events so far. Made only by {@link Fold}.
 *
 * @param version seq of the last event folded in
 * @param holder who must act and until when; {@code null} once the dossier has ended
 * @param holderBefore who goes on when a pause is over
 * @param synced what the agency's own system sent of it so far, {@code null} for a dossier handled at the desk here
 */
record DossierState(DossierCode code, int version, DossierStatus status, Origin origin, Moments moments, Handed handed, long paidVnd,
		DossierStep.@Nullable Holder holder, DossierStep.@Nullable Holder holderBefore, List<DossierView.SupplementRequest> supplements,
		DossierView.@Nullable ResultView result, @Nullable Synced synced) {

	/**
	 * What the submission fixed for good.
	 *
	 * @param ownSystem the agency's system that handles it, {@code null} for the desk here and for what such a system brought itself
	 */
	record Origin(String service, long serviceVersion, String caseId, TimeLimit limit, AgencyId agency, Channel channel, Applicant applicant,
			@Nullable OwnSystem ownSystem) {
	}

	record Applicant(@Nullable UUID account, @Nullable String subject, String name, @Nullable String phone, @Nullable String email) {
	}

	record Moments(Instant submittedAt, @Nullable Instant acceptedAt, @Nullable Instant dueAt, @Nullable Instant pausedAt,
			@Nullable Instant completedAt, @Nullable Instant endedAt, boolean rescheduled) {

		Moments accepted(Instant at, @Nullable Instant due) {
			return new Moments(submittedAt, at, due, null, completedAt, endedAt, rescheduled);
		}

		Moments due(@Nullable Instant due, boolean moved) {
			return new Moments(submittedAt, acceptedAt, due, pausedAt, completedAt, endedAt, rescheduled || moved);
		}

		/** What a line tells that comes after later ones: when the dossier was accepted or completed for the first time. */
		Moments earlier(DossierStatus status, Instant at, @Nullable Instant due) {
			boolean accepted = status == DossierStatus.ACCEPTED && (acceptedAt == null || at.isBefore(acceptedAt));
			boolean completed = status == DossierStatus.COMPLETED && completedAt != null && at.isBefore(completedAt);
			return new Moments(submittedAt, accepted ? at : acceptedAt, dueAt == null ? due : dueAt, pausedAt, completed ? at : completedAt, endedAt, rescheduled);
		}

		/** The marks a status leaves: when the clock was stopped, when it was completed, when it ended. */
		Moments entering(DossierStatus status, Instant at) {
			boolean done = status == DossierStatus.COMPLETED || status == DossierStatus.RETURNED;
			Instant paused = !status.paused() ? null : pausedAt == null ? at : pausedAt;
			Instant completed = !done ? null : completedAt == null ? at : completedAt;
			return new Moments(submittedAt, acceptedAt, dueAt, paused, completed, status.ended() ? at : null, rescheduled);
		}

	}

	/** What was handed in, and what it costs. */
	record Handed(List<AttachedFile> files, List<String> paperComponents, List<Assessment.FeeLine> fees) {

		long feesVnd() {
			return fees.stream().mapToLong(Assessment.FeeLine::amountVnd).sum();
		}

	}

	boolean supplementOpen() {
		return status == DossierStatus.SUPPLEMENT_REQUESTED;
	}

}
