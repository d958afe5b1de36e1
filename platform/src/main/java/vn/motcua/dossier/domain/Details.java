package vn.motcua.dossier.domain;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.Assessment;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.OwnSystem;
import vn.motcua.dossier.SignedPart;
import vn.motcua.kernel.calendar.TimeLimit;

/** What events carry as their detail, by event: the written form of the ledger. Members are only ever added. */
final class Details {

	private Details() {
	}

	record Submitted(String service, long serviceVersion, String caseId, TimeLimit limit, DossierState.Applicant applicant,
			@Nullable String applicantBirthDate, ObjectNode answers, List<AttachedFile> files, List<String> paperComponents,
			List<Assessment.FeeLine> fees, DossierStep.Holder holder, @Nullable UUID draft,
			@Nullable List<SignedPart> signatures, @Nullable OwnSystem ownSystem) {

		Submitted(String service, long serviceVersion, String caseId, TimeLimit limit, DossierState.Applicant applicant, @Nullable String applicantBirthDate,
				ObjectNode answers, List<AttachedFile> files, List<String> paperComponents, List<Assessment.FeeLine> fees, DossierStep.Holder holder,
				@Nullable UUID draft) {
			this(service, serviceVersion, caseId, limit, applicant, applicantBirthDate, answers, files, paperComponents, fees, holder, draft, null, null);
		}

	}

	/** Computed by the write path and added to what the step itself carries, so that folding needs no calendar. */
	static final String DUE_AT = "dueAt";

	/** Due moment before the event moved it. */
	static final String DUE_BEFORE = "dueBefore";

	/** Who holds the dossier from this event on. */
	static final String HOLDER = "holder";

	/** Files that came with the answer to a supplement. */
	static final String ATTACHED = "attached";

	/** Last part of the address on the result's QR code. */
	static final String VERIFICATION_TOKEN = "verificationToken";

	/** The signed result; a result signed in the agency's own system is not here. */
	static final String RESULT_FILE = "resultFile";

	/** Other members of a line of the agency's own system, as they came; see {@link vn.motcua.dossier.SentParts}. */
	static final String MORE = "more";

	/** The event adds papers, results, fees or a promised moment and moves no status. */
	static final String BESIDE = "beside";

	/** Which line of the agency's own system an event records, see {@link Synced.Mark}. */
	static final String SYNC = "sync";

	/** The part of a state that is kept as JSON beside the columns that queries need. */
	record Rest(TimeLimit limit, @Nullable String phone, @Nullable String email, List<AttachedFile> files, List<String> paperComponents,
			List<Assessment.FeeLine> fees, long paidVnd, boolean rescheduled, DossierStep.@Nullable Holder holder,
			DossierStep.@Nullable Holder holderBefore, List<DossierView.SupplementRequest> supplements, DossierView.@Nullable ResultView result,
			@Nullable Synced synced, @Nullable OwnSystem ownSystem) {
	}

}
