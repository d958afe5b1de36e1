package vn.motcua.dossier.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.Results;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;

/** Makes the event of a step: what the step says, and what follows from it for the due moment and for who holds the dossier. */
@Component
class StepRecorder {

	private final ProcessingDeadline deadline;

	private final Holders holders;

	private final Files files;

	private final Results results;

	StepRecorder(ProcessingDeadline deadline, Holders holders, Files files, Results results) {
		this.deadline = deadline;
		this.holders = holders;
		this.files = files;
		this.results = results;
	}

	DossierEvent event(DossierState state, DossierStep step, Actor actor, Instant at) {
		DossierStatus status = DossierLifecycle.after(state.status(), step);
		ObjectNode detail = LedgerJson.object(step);
		detail.remove("reason");
		Instant due = due(state, step, status, at);
		if (due != null && !due.equals(state.moments().dueAt())) {
			detail.put(Details.DUE_AT, due.toString());
			if (state.moments().dueAt() != null) {
				detail.put(Details.DUE_BEFORE, state.moments().dueAt().toString());
			}
		}
		DossierStep.Holder holder = holders.after(state, step, status, due, at);
		if (holder != null) {
			detail.set(Details.HOLDER, LedgerJson.object(holder));
		}
		if (step instanceof DossierStep.Complete complete && complete.verificationToken() == null) {
			detail.put(Details.VERIFICATION_TOKEN, results.newToken(state.code()));
		}
		if (step instanceof DossierStep.AnswerSupplement answer) {
			detail.remove("files");
			attached(state, answer).forEach(file -> detail.withArray(Details.ATTACHED).add(LedgerJson.object(file)));
		}
		return new DossierEvent(0, state.code(), state.version() + 1, DossierLifecycle.type(step), status, at, at, actor.kind(), actor.account(),
				actor.name(), agency(state, actor), state.origin().channel(), StepRules.reason(step), detail);
	}

	static Instant moment(java.time.Clock clock) {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/** Due moment after the step; moves by the length of a pause that ends here. */
	private @Nullable Instant due(DossierState state, DossierStep step, DossierStatus status, Instant at) {
		Instant due = state.moments().dueAt();
		Instant paused = state.moments().pausedAt();
		return switch (step) {
			case DossierStep.Accept _ -> deadline.due(at, state.origin().limit());
			case DossierStep.Reschedule moved -> moved.newDueAt().truncatedTo(ChronoUnit.MICROS);
			case DossierStep s when due != null && paused != null && !status.paused() && !status.ended() -> deadline.afterPause(due, paused, at);
			case DossierStep s -> due;
		};
	}

	private List<AttachedFile> attached(DossierState state, DossierStep.AnswerSupplement answer) {
		Collection<UUID> ids = answer.files().stream().map(DossierStep.SuppliedFile::file).toList();
		Map<UUID, StoredFile> stored = files.get(ids);
		return answer.files().stream().filter(file -> stored.containsKey(file.file()))
			.map(file -> attached(file.componentId(), stored.get(file.file()), state.supplements().size())).toList();
	}

	static AttachedFile attached(String componentId, StoredFile file, int round) {
		return new AttachedFile(file.id(), componentId, file.name(), file.mediaType(), file.sizeBytes(), file.sha256(), round);
	}

	private static AgencyId agency(DossierState state, Actor actor) {
		return actor.agency() == null ? state.origin().agency() : actor.agency();
	}

}
