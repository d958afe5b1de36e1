package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;

/** What can be done to a dossier after it was submitted. Each is recorded as one event of the ledger. */
public sealed interface DossierStep {

	/** The desk accepts: 1 → 2. The due moment is computed by the ledger from the case's time limit. */
	record Accept(@Nullable String note) implements DossierStep {
	}

	/** The desk refuses: 1 → 3. */
	record Refuse(String reason) implements DossierStep {
	}

	/** Work starts, or goes on in another step of the process: 2, 4 → 4. */
	record Process(LocalizedText stepName) implements DossierStep {
	}

	/** Who holds the dossier and until when, without a change of status. Every open dossier has an owner and a deadline. */
	record Assign(Holder holder) implements DossierStep {
	}

	/** Everything that is missing, once: 2, 4 → 5; the clock stands. At most {@code 2} in the life of a dossier. */
	record RequestSupplement(List<SupplementItem> items, String reason) implements DossierStep {
	}

	/** The applicant answered: 5 → 4; the due moment moves by the pause. */
	record AnswerSupplement(List<SuppliedFile> files, @Nullable String note) implements DossierStep {
	}

	/** A fee must be paid before work goes on: 2, 4 → 6; the clock stands. */
	record RequestPayment(long amountVnd) implements DossierStep {
	}

	/** Paid at the counter or online: 6 → 4, or a note on an open dossier that was not paused. */
	record RecordPayment(long amountVnd, String method, String receiptNumber) implements DossierStep {
	}

	/** The applicant withdraws: any open status before completion → 7. */
	record Withdraw(@Nullable String reason) implements DossierStep {
	}

	/** The officer stops: 2, 4, 5, 6 → 8. */
	record Stop(String reason) implements DossierStep {
	}

	/**
	 * The result is signed and back at the desk: 4 → 9. {@code granted} false is a reasoned refusal of the matter itself.
	 * @param verificationToken what {@link Results#newToken} gave for the QR code on the result, {@code null} when it carries none
	 */
	record Complete(UUID resultFile, String resultNumber, boolean granted, @Nullable String note,
			@Nullable String verificationToken) implements DossierStep {

		public Complete(UUID resultFile, String resultNumber, boolean granted, @Nullable String note) {
			this(resultFile, resultNumber, granted, note, null);
		}

	}

	/** Result handed over or sent: 9 → 10. */
	record Return(String how) implements DossierStep {
	}

	/** Apology and the one new date (form 04): no change of status. */
	record Reschedule(Instant newDueAt, String reason) implements DossierStep {
	}

	/** Another agency is asked for its opinion, until a moment; no change of status. The question stays inside the agencies. */
	record AskOpinion(AgencyId asked, LocalizedText agencyName, Instant answerDueAt) implements DossierStep {
	}

	/** The agency that was asked has answered; the only step of an agency that is not in charge. */
	record GiveOpinion(AgencyId asked, LocalizedText agencyName) implements DossierStep {
	}

	/** The result is declared void: no change of status, and its verification page says so. */
	record RevokeResult(String reason) implements DossierStep {
	}

	/** A forced correction of the recorded status, with a reason; never silent. */
	record Correct(DossierStatus status, String reason) implements DossierStep {
	}

	/**
	 * @param owner officer's account, {@code null} while only the group {@code role} holds it
	 * @param role permission name of the group that holds it
	 * @param stepDueAt deadline of this step
	 */
	record Holder(@Nullable UUID owner, @Nullable String ownerName, String role, LocalizedText stepName, @Nullable Instant stepDueAt) {
	}

	record SupplementItem(String componentId, String what) {
	}

	record SuppliedFile(String componentId, UUID file) {
	}

}
