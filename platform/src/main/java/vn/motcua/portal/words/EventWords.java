package vn.motcua.portal.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.site.Page;

/** A citizen's words for one event of the timeline: what happened, and why the promised date moved if it did. */
public final class EventWords {

	private EventWords() {
	}

	public static String title(Page page, DossierEvent event) {
		String key = "portal.event." + event.type().name();
		if (beside(event)) {
			return page.t("portal.event.BESIDE");
		}
		return switch (event.type()) {
			case SUBMITTED -> page.t(event.channel() == Channel.ONLINE ? key : key + ".desk");
			case PROCESSED -> page.t(key, "step", step(page, event.detail().path("stepName")));
			case ASSIGNED -> page.t(key, "step", step(page, holder(event).path("stepName")));
			case PAID -> page.t(key, "amount", page.money(event.detail().path("amountVnd").asLong()));
			case PAYMENT_REQUESTED -> page.t(key, "amount", page.money(event.detail().path("amountVnd").asLong()));
			case OPINION_ASKED, OPINION_GIVEN -> page.t(key, "agency", step(page, event.detail().path("agencyName")));
			case COMPLETED -> page.t(event.detail().path("granted").asBoolean(true) ? key : key + ".declined");
			case ACCEPTED, REFUSED, SUPPLEMENT_REQUESTED, SUPPLEMENT_ANSWERED, WITHDRAWN, STOPPED, RETURNED, RESCHEDULED, CORRECTED, RESULT_REVOKED -> page.t(key);
		};
	}

	/** Sentences below the title, at most a few. */
	public static List<String> sentences(Page page, DossierEvent event) {
		List<String> sentences = new ArrayList<>();
		Instant due = moment(event.detail(), "dueAt");
		Instant before = moment(event.detail(), "dueBefore");
		if (event.type() == Type.ACCEPTED && due != null) {
			sentences.add(page.t("portal.event.promised", "due", Moments.promised(page, due)));
		}
		else if (due != null && before != null && !due.equals(before)) {
			sentences.add(page.t("portal.event.moved", "before", Moments.promised(page, before), "due", Moments.promised(page, due),
					"why", page.t("portal.event.moved." + why(event.type()))));
		}
		Instant answer = moment(event.detail(), "answerDueAt");
		if (answer != null) {
			sentences.add(page.t("portal.event.answer-due", "due", Moments.promised(page, answer)));
		}
		if (event.type() == Type.ASSIGNED && !beside(event)) {
			sentences.addAll(holding(page, holder(event)));
		}
		String number = event.detail().path("resultNumber").asString("");
		if (!number.isEmpty()) {
			sentences.add(page.t("portal.event.number", "number", number));
		}
		if (event.reason() != null && !event.reason().isBlank()) {
			sentences.add(page.t("portal.event.reason", "reason", event.reason()));
		}
		return sentences;
	}

	/** Events a reader may skip: who holds it within the agency. */
	public static boolean minor(DossierEvent event) {
		return event.type() == Type.ASSIGNED;
	}

	/** The agency's own system added papers, results or fees. */
	private static boolean beside(DossierEvent event) {
		return event.type() == Type.ASSIGNED && event.detail().path("beside").asBoolean(false);
	}

	private static List<String> holding(Page page, JsonNode holder) {
		List<String> sentences = new ArrayList<>();
		String owner = holder.path("ownerName").asString("");
		if (!owner.isEmpty()) {
			sentences.add(page.t("portal.event.held", "name", owner));
		}
		Instant until = moment(holder, "stepDueAt");
		if (until != null) {
			sentences.add(page.t("portal.event.step-due", "due", Moments.promised(page, until)));
		}
		return sentences;
	}

	private static String why(Type type) {
		return switch (type) {
			case SUPPLEMENT_ANSWERED -> "supplement";
			case PAID -> "payment";
			case RESCHEDULED -> "agency";
			case SUBMITTED, ACCEPTED, REFUSED, PROCESSED, ASSIGNED, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWN, STOPPED, COMPLETED, RETURNED,
					CORRECTED, RESULT_REVOKED, OPINION_ASKED, OPINION_GIVEN -> "other";
		};
	}

	private static JsonNode holder(DossierEvent event) {
		return event.detail().path("holder");
	}

	private static String step(Page page, JsonNode name) {
		String vi = name.path("vi").asString("");
		return vi.isEmpty() ? page.t("portal.event.step") : page.text(new LocalizedText(vi, name.path("en").asString("")));
	}

	private static @Nullable Instant moment(JsonNode detail, String member) {
		String written = detail.path(member).asString("");
		return written.isEmpty() ? null : Instant.parse(written);
	}

}
