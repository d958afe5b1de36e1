package vn.motcua.portal.words;

import java.time.Instant;

import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.site.Page;
import vn.motcua.site.component.Status;

/** A citizen's words for where a dossier is, and the one thing to do now. */
public final class DossierWords {

	private DossierWords() {
	}

	/** One sentence: who has it, until when, or what it waits for. */
	public static String sentence(Page page, DossierSummary dossier, Instant now) {
		Instant due = dossier.dueAt();
		String key = "portal.sentence." + dossier.status().name() + switch (dossier.status()) {
			case SUBMITTED, REFUSED, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWN, STOPPED, COMPLETED, RETURNED -> "";
			case ACCEPTED, PROCESSING -> due == null ? ".undated" : due.isBefore(now) ? ".late" : "";
		};
		return page.t(key, "agency", page.text(dossier.agencyName()), "due", due == null ? "" : Moments.promised(page, due));
	}

	public static String status(Page page, DossierStatus status) {
		return page.t("portal.status." + status.name());
	}

	/** Colour and shape of the status tag; the word always stands with it. */
	public static Status colour(DossierStatus status) {
		return switch (status) {
			case SUBMITTED -> Status.NEW;
			case ACCEPTED, PROCESSING -> Status.ON_TIME;
			case SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED -> Status.SOON;
			case COMPLETED, RETURNED -> Status.DONE;
			case REFUSED, STOPPED -> Status.OVERDUE;
			case WITHDRAWN -> Status.PAUSED;
		};
	}

	/** The applicant must act before anything goes on. */
	public static boolean waitsForApplicant(DossierStatus status) {
		return status == DossierStatus.SUPPLEMENT_REQUESTED || status == DossierStatus.PAYMENT_REQUESTED || status == DossierStatus.COMPLETED;
	}

	/** How many of the four stages (sent, accepted, worked on, result) are behind the dossier. */
	public static int stage(DossierStatus status) {
		return switch (status) {
			case SUBMITTED, REFUSED, WITHDRAWN -> 1;
			case ACCEPTED -> 2;
			case PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, STOPPED -> 3;
			case COMPLETED, RETURNED -> 4;
		};
	}

}
