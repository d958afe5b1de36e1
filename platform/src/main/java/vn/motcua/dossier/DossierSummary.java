package vn.motcua.dossier;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.ProcedureCode;

/** One line about a dossier. Times are moments; {@code stepName} is where it is in the agency's process. */
public record DossierSummary(DossierCode code, ProcedureCode service, LocalizedText serviceName, AgencyId agency,
		LocalizedText agencyName, DossierStatus status, Channel channel, String applicantName, Instant submittedAt,
		@Nullable Instant acceptedAt, @Nullable Instant dueAt, @Nullable Instant completedAt, DossierStep.@Nullable Holder holder) {
}
