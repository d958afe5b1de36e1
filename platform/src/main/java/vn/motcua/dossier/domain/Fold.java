package vn.motcua.dossier.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierView.ResultView;
import vn.motcua.dossier.DossierView.SupplementRequest;

/**
 * The one function that makes the state of a dossier out of its events; used when an event is appended and when everything
 * is rebuilt. It reads nothing but the state so far and the event.
 */
final class Fold {

	private Fold() {
	}

	static DossierState fold(@Nullable DossierState before, DossierEvent event) {
		if (event.type() == Type.SUBMITTED) {
			return submitted(event);
		}
		if (before == null || event.seq() != before.version() + 1) {
			throw new IllegalStateException("events of " + event.code() + " do not follow each other at " + event.seq());
		}
		Synced synced = Synced.after(before.synced(), event);
		if (Synced.late(event)) {
			return new DossierState(before.code(), event.seq(), before.status(), before.origin(),
					before.moments().earlier(event.status(), event.at(), moment(event.detail(), Details.DUE_AT)), before.handed(), before.paidVnd(),
					before.holder(), before.holderBefore(), before.supplements(), before.result(), synced);
		}
		DossierStep.Holder holder = holder(before, event);
		DossierStep.Holder holderBefore = event.status().paused() && !before.status().paused() ? before.holder() : before.holderBefore();
		return new DossierState(before.code(), event.seq(), event.status(), before.origin(), moments(before, event), handed(before, event),
				paid(before, event), holder, event.status().paused() ? holderBefore : null, supplements(before, event), result(before, event), synced);
	}

	private static DossierState submitted(DossierEvent event) {
		Details.Submitted detail = LedgerJson.read(event.detail(), Details.Submitted.class);
		DossierState.Origin origin = new DossierState.Origin(detail.service(), detail.serviceVersion(), detail.caseId(), detail.limit(), event.agency(),
				event.channel(), detail.applicant(), detail.ownSystem());
		DossierState.Moments moments = new DossierState.Moments(event.at(), null, null, null, null, null, false);
		DossierState.Handed handed = new DossierState.Handed(detail.files(), detail.paperComponents(), detail.fees());
		return new DossierState(event.code(), event.seq(), event.status(), origin, moments, handed, 0, detail.holder(), null, List.of(), null,
				Synced.after(detail.ownSystem() == null ? null : Synced.begun(event.at()), event));
	}

	private static DossierStep.@Nullable Holder holder(DossierState before, DossierEvent event) {
		JsonNode holder = event.detail().get(Details.HOLDER);
		if (event.status().ended()) {
			return null;
		}
		return holder == null ? before.holder() : LedgerJson.read(holder, DossierStep.Holder.class);
	}

	private static DossierState.Moments moments(DossierState before, DossierEvent event) {
		DossierState.Moments moments = before.moments();
		Instant due = moment(event.detail(), Details.DUE_AT);
		if (event.type() == Type.ACCEPTED) {
			moments = moments.accepted(event.at(), due);
		}
		else if (due != null) {
			moments = moments.due(due, event.type() == Type.RESCHEDULED);
		}
		return moments.entering(event.status(), event.at());
	}

	private static DossierState.Handed handed(DossierState before, DossierEvent event) {
		JsonNode attached = event.detail().get(Details.ATTACHED);
		if (attached == null || attached.isEmpty()) {
			return before.handed();
		}
		List<AttachedFile> files = new ArrayList<>(before.handed().files());
		attached.forEach(file -> files.add(LedgerJson.read(file, AttachedFile.class)));
		return new DossierState.Handed(List.copyOf(files), before.handed().paperComponents(), before.handed().fees());
	}

	private static long paid(DossierState before, DossierEvent event) {
		return event.type() == Type.PAID ? before.paidVnd() + event.detail().path("amountVnd").asLong() : before.paidVnd();
	}

	private static List<SupplementRequest> supplements(DossierState before, DossierEvent event) {
		List<SupplementRequest> requests = new ArrayList<>(before.supplements());
		if (event.type() == Type.SUPPLEMENT_REQUESTED) {
			DossierStep.RequestSupplement asked = LedgerJson.read(event.detail(), DossierStep.RequestSupplement.class);
			requests.add(new SupplementRequest(event.at(), event.actorName(), asked.items(), event.reason() == null ? "" : event.reason(), null));
		}
		else if (before.status() == DossierStatus.SUPPLEMENT_REQUESTED && event.type() == Type.SUPPLEMENT_ANSWERED) {
			SupplementRequest open = requests.removeLast();
			requests.add(new SupplementRequest(open.at(), open.officerName(), open.items(), open.reason(), event.at()));
		}
		return List.copyOf(requests);
	}

	private static @Nullable ResultView result(DossierState before, DossierEvent event) {
		ResultView result = before.result();
		if (event.type() == Type.COMPLETED && event.detail().hasNonNull(Details.RESULT_FILE)) {
			DossierStep.Complete complete = LedgerJson.read(event.detail(), DossierStep.Complete.class);
			return new ResultView(complete.resultFile(), complete.resultNumber(), complete.granted(),
					event.detail().path(Details.VERIFICATION_TOKEN).asString(), event.at(), null);
		}
		if (event.type() == Type.RESULT_REVOKED && result != null) {
			return new ResultView(result.file(), result.number(), result.granted(), result.verificationToken(), result.signedAt(), event.at());
		}
		return result;
	}

	private static @Nullable Instant moment(ObjectNode detail, String name) {
		JsonNode value = detail.get(name);
		return value == null || value.isNull() ? null : Instant.parse(value.asString());
	}

}
