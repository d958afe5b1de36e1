package vn.motcua.dossier.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.Assessment;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.DossierView;
import vn.motcua.kernel.LocalizedText;

/** A dossier with its history as JSON, for its applicant and for the agency in charge. */
record DossierBody(Summary summary, int version, long serviceVersion, String caseId, ObjectNode answers, List<AttachedFile> files, List<String> paperComponents,
		List<Assessment.FeeLine> fees, long feesVnd, long paidVnd, List<DossierView.SupplementRequest> supplements, @Nullable ResultBody result,
		List<EventBody> events) {

	/** Members of an event's detail that readers get; answers and contact stand above, accounts of officers nowhere. */
	private static final Set<String> TOLD = Set.of("dueAt", "dueBefore", "stepName", "items", "amountVnd", "method", "receiptNumber", "resultNumber", "granted",
			"how", "newDueAt", "note", "attached");

	record Summary(String code, String service, LocalizedText serviceName, int agency, LocalizedText agencyName, String status, int statusNumber, String channel,
			String applicantName, Instant submittedAt, @Nullable Instant acceptedAt, @Nullable Instant dueAt, @Nullable Instant completedAt,
			@Nullable LocalizedText stepName, @Nullable Instant stepDueAt) {

		static Summary of(DossierSummary summary) {
			return new Summary(summary.code().value(), summary.service().value(), summary.serviceName(), summary.agency().value(), summary.agencyName(),
					summary.status().name(), summary.status().number(), summary.channel().name(), summary.applicantName(), summary.submittedAt(),
					summary.acceptedAt(), summary.dueAt(), summary.completedAt(), summary.holder() == null ? null : summary.holder().stepName(),
					summary.holder() == null ? null : summary.holder().stepDueAt());
		}

	}

	record ResultBody(UUID file, String number, boolean granted, String verificationUrl, Instant signedAt, @Nullable Instant revokedAt) {
	}

	record EventBody(int seq, String type, String status, Instant at, Instant recordedAt, String actorName, int agency, String channel, @Nullable String reason,
			ObjectNode detail) {

		static EventBody of(DossierEvent event) {
			return new EventBody(event.seq(), event.type().name(), event.status().name(), event.at(), event.recordedAt(), event.actorName(),
					event.agency().value(), event.channel().name(), event.reason(), event.detail().deepCopy().retain(TOLD));
		}

	}

	static DossierBody of(DossierView dossier, List<DossierEvent> events) {
		DossierView.ResultView result = dossier.result();
		ResultBody resultBody = result == null ? null : new ResultBody(result.file(), result.number(), result.granted(), "/xac-thuc/" + result.verificationToken(),
				result.signedAt(), result.revokedAt());
		return new DossierBody(Summary.of(dossier.summary()), dossier.version(), dossier.serviceVersion(), dossier.caseId(), dossier.answers(), dossier.files(),
				dossier.paperComponents(), dossier.fees(), dossier.feesVnd(), dossier.paidVnd(), dossier.supplements(), resultBody,
				events.stream().map(EventBody::of).toList());
	}

}
