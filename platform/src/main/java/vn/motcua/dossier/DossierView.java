package vn.motcua.dossier;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.Assessment;

/**
 * A dossier with what was handed in.
 *
 * @param applicantAccount {@code null} for a walk-in applicant without an account
 * @param feesVnd total asked, and what of it is paid
 * @param supplements requests so far; the last may be open
 * @param elsewhere {@code null} for a dossier that is handled at the desk here
 * @param paperComponents ids of components handed in on paper
 */
public record DossierView(DossierSummary summary, int version, long serviceVersion, String caseId, @Nullable UUID applicantAccount,
		@Nullable String applicantSubject, @Nullable String applicantPhone, @Nullable String applicantEmail, ObjectNode answers,
		List<AttachedFile> files, List<String> paperComponents, List<Assessment.FeeLine> fees, long feesVnd, long paidVnd,
		List<SupplementRequest> supplements, @Nullable ResultView result, @Nullable Elsewhere elsewhere) {

	/**
	 * Handled in the agency's own system.
	 *
	 * @param system as fixed when it was submitted here, {@code null} for a dossier that the system brought
	 * @param number the agency's own number, {@code null} while it gave none
	 */
	public record Elsewhere(@Nullable OwnSystem system, @Nullable String number) {
	}

	public record SupplementRequest(java.time.Instant at, String officerName, List<DossierStep.SupplementItem> items, String reason,
			java.time.@Nullable Instant answeredAt) {
	}

	/** @param verificationToken last part of the address on the result's QR code */
	public record ResultView(UUID file, String number, boolean granted, String verificationToken, java.time.Instant signedAt, java.time.@Nullable Instant revokedAt) {
	}

}
