package vn.motcua.dossier.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierStep.Holder;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.site.Messages;

/** Who holds a dossier when a step does not say: no open dossier is ever without an owner and a deadline. */
@Component
class Holders {

	private final ProcessingDeadline deadline;

	private final Messages messages;

	Holders(ProcessingDeadline deadline, Messages messages) {
		this.deadline = deadline;
		this.messages = messages;
	}

	Holder receiving(Instant submittedAt) {
		return group(Permission.DOSSIER_RECEIVE, "receive", deadline.reception(submittedAt));
	}

	/** The holder from this step on, {@code null} when it stays who it is. */
	@Nullable Holder after(DossierState state, DossierStep step, DossierStatus status, @Nullable Instant due, Instant at) {
		if (step instanceof DossierStep.Assign assign) {
			Holder holder = assign.holder();
			Instant until = holder.stepDueAt() == null ? fallback(due, at) : holder.stepDueAt().truncatedTo(ChronoUnit.MICROS);
			return new Holder(holder.owner(), holder.ownerName(), holder.role(), holder.stepName(), until);
		}
		if (step instanceof DossierStep.Process process && state.status() == DossierStatus.PROCESSING && state.holder() != null) {
			Holder holder = state.holder();
			return new Holder(holder.owner(), holder.ownerName(), holder.role(), process.stepName(), holder.stepDueAt());
		}
		if (status == state.status()) {
			return null;
		}
		return switch (status) {
			case SUBMITTED -> receiving(at);
			case ACCEPTED -> group(Permission.DOSSIER_PROCESS, "process", fallback(due, at));
			case PROCESSING -> processing(state, step, due, at);
			case SUPPLEMENT_REQUESTED -> applicant(state, "supplement", at);
			case PAYMENT_REQUESTED -> applicant(state, "payment", at);
			case COMPLETED -> group(Permission.DOSSIER_RECEIVE, "return", deadline.handOver(at));
			case REFUSED, WITHDRAWN, STOPPED, RETURNED -> null;
		};
	}

	/** Who holds a dossier that the agency's own system handles, when it reports a status. */
	@Nullable Holder elsewhere(DossierState state, DossierStatus status, @Nullable Instant due, Instant at) {
		if (status == state.status()) {
			return state.holder();
		}
		return switch (status) {
			case SUBMITTED -> receiving(at);
			case ACCEPTED, PROCESSING -> group(Permission.DOSSIER_PROCESS, "process", fallback(due, at));
			case SUPPLEMENT_REQUESTED -> applicant(state, "supplement", at);
			case PAYMENT_REQUESTED -> applicant(state, "payment", at);
			case COMPLETED -> group(Permission.DOSSIER_RECEIVE, "return", deadline.handOver(at));
			case REFUSED, WITHDRAWN, STOPPED, RETURNED -> null;
		};
	}

	/** After a pause whoever held it before goes on, with a deadline that moved as the due moment did. */
	private Holder processing(DossierState state, DossierStep step, @Nullable Instant due, Instant at) {
		Holder before = state.holderBefore();
		Instant paused = state.moments().pausedAt();
		if (before != null && paused != null) {
			Instant until = before.stepDueAt() == null ? fallback(due, at) : deadline.afterPause(before.stepDueAt(), paused, at);
			return new Holder(before.owner(), before.ownerName(), before.role(), before.stepName(), until);
		}
		Holder group = group(Permission.DOSSIER_PROCESS, "process", fallback(due, at));
		return step instanceof DossierStep.Process process ? new Holder(null, null, group.role(), process.stepName(), group.stepDueAt()) : group;
	}

	private Holder applicant(DossierState state, String name, Instant at) {
		DossierState.Applicant applicant = state.origin().applicant();
		return new Holder(applicant.account(), applicant.name(), Permission.APPLY.name(), words(name), deadline.applicant(at));
	}

	private Holder group(Permission role, String name, Instant until) {
		return new Holder(null, null, role.name(), words(name), until);
	}

	private Instant fallback(@Nullable Instant due, Instant at) {
		return due == null ? deadline.reception(at) : due;
	}

	private LocalizedText words(String name) {
		String key = "dossier.holder." + name;
		return new LocalizedText(messages.text(Locale.of("vi"), key), messages.text(Locale.ENGLISH, key));
	}

}
