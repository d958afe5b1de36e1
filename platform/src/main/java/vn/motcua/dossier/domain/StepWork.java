package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierView;
import vn.motcua.kernel.Actor;

/** Does one step: asks the rules, makes the event, folds it, appends it. */
@Component
class StepWork {

	private final StepRules rules;

	private final StepRecorder recorder;

	private final LedgerStore store;

	private final Recording recording;

	private final AuditTrail audit;

	private final Clock clock;

	StepWork(StepRules rules, StepRecorder recorder, LedgerStore store, Recording recording, AuditTrail audit, Clock clock) {
		this.rules = rules;
		this.recorder = recorder;
		this.store = store;
		this.recording = recording;
		this.audit = audit;
		this.clock = clock;
	}

	/** The dossier after the step, {@code null} when another step came in between. */
	@Nullable DossierView record(LedgerStore.Filed filed, DossierStep step, Actor actor) {
		Instant now = StepRecorder.moment(clock);
		rules.require(filed.state(), step, actor, now);
		DossierEvent event = recorder.event(filed.state(), step, actor, now);
		DossierState after = Fold.fold(filed.state(), event);
		return recording.record(() -> {
			Optional<DossierEvent> recorded = store.step(event, after);
			recorded.ifPresent(_ -> note(after, step, actor));
			return recorded;
		}, after, filed.answers());
	}

	/** What changes a record by force stands in the record of access too. */
	private void note(DossierState state, DossierStep step, Actor actor) {
		AuditAction action = step instanceof DossierStep.Correct ? AuditAction.DOSSIER_CORRECTED
				: step instanceof DossierStep.RevokeResult ? AuditAction.RESULT_REVOKED : null;
		String reason = StepRules.reason(step);
		if (action != null && reason != null) {
			audit.record(new AccessRecord(actor, action, state.code().value(), state.origin().applicant().subject(), reason));
		}
	}

}
