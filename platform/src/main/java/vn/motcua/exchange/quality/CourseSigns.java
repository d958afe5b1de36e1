package vn.motcua.exchange.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.SyncedHistory;
import vn.motcua.dossier.SyncedHistory.Step;
import vn.motcua.kernel.Channel;

/** What the course of one dossier tells: order, moments and promises of its steps. */
final class CourseSigns {

	private static final Set<DossierStatus> WORK = EnumSet.of(DossierStatus.PROCESSING, DossierStatus.SUPPLEMENT_REQUESTED, DossierStatus.PAYMENT_REQUESTED, DossierStatus.STOPPED);

	private static final Set<DossierStatus> NOT_STRAIGHT = EnumSet.of(DossierStatus.REFUSED, DossierStatus.SUPPLEMENT_REQUESTED, DossierStatus.PAYMENT_REQUESTED,
			DossierStatus.WITHDRAWN, DossierStatus.STOPPED);

	private static final Duration HISTORY = Duration.ofDays(30);

	private static final int STEPS_IN_A_SECOND = 3;

	private static final List<String> DIGITISED = List.of("HoSoCoThanhPhanSoHoa", "DuocSoHoa", "digitised");

	private final SignRules rules;

	CourseSigns(SignRules rules) {
		this.rules = rules;
	}

	void look(SyncedHistory dossier, DayFindings findings) {
		List<Step> steps = dossier.steps().stream().sorted(Comparator.comparing(Step::at).thenComparing(Step::line)).toList();
		Optional<Step> completed = first(steps, EnumSet.of(DossierStatus.COMPLETED, DossierStatus.RETURNED));
		completed.ifPresent(done -> completed(dossier, steps, done, findings));
		if (completed.isPresent() || steps.getLast().status().ended()) {
			findings.concerned(Sign.NEVER_PAUSED);
			if (steps.stream().noneMatch(step -> NOT_STRAIGHT.contains(step.status()))) {
				findings.hit(Sign.NEVER_PAUSED, dossier.code(), 0, Map.of());
			}
		}
		received(dossier, steps, findings);
		promised(dossier, steps, findings);
		digitised(dossier, findings);
	}

	private void completed(SyncedHistory dossier, List<Step> steps, Step done, DayFindings findings) {
		long second = done.at().getEpochSecond();
		findings.concerned(Sign.ONE_SECOND);
		if (steps.stream().filter(step -> step.line() > 0 && step.at().getEpochSecond() == second).map(Step::status).distinct().count() >= STEPS_IN_A_SECOND) {
			findings.hit(Sign.ONE_SECOND, dossier.code(), done.line(), Map.of("at", done.at().toString()));
		}
		findings.concerned(Sign.STEPS_SKIPPED);
		boolean accepted = first(steps, EnumSet.of(DossierStatus.ACCEPTED)).isPresent();
		boolean worked = first(steps, EnumSet.of(DossierStatus.PROCESSING)).isPresent();
		if (!accepted || !worked) {
			findings.hit(Sign.STEPS_SKIPPED, dossier.code(), done.line(), Map.of("missing", !accepted && !worked ? "2, 4" : accepted ? "4" : "2"));
		}
		findings.concerned(Sign.DONE_AND_GOING_ON);
		steps.subList(steps.indexOf(done), steps.size()).stream().filter(step -> WORK.contains(step.status())).findFirst()
			.ifPresent(after -> findings.hit(Sign.DONE_AND_GOING_ON, dossier.code(), after.line(), Map.of("done", done.at().toString(), "after", after.at().toString())));
	}

	private void received(SyncedHistory dossier, List<Step> steps, DayFindings findings) {
		Step receipt = first(steps, EnumSet.of(DossierStatus.SUBMITTED, DossierStatus.ACCEPTED)).orElse(steps.getFirst());
		Duration late = Duration.between(receipt.at(), receipt.recordedAt());
		if (late.compareTo(HISTORY) <= 0) {
			findings.concerned(Sign.RECEIVED_LATE);
			if (late.toHours() >= rules.of(Sign.RECEIVED_LATE).limit("hours")) {
				findings.hit(Sign.RECEIVED_LATE, dossier.code(), receipt.line(), Map.of("at", receipt.at().toString(), "recorded", receipt.recordedAt().toString()));
			}
		}
	}

	private static void promised(SyncedHistory dossier, List<Step> steps, DayFindings findings) {
		Optional<Instant> promise = dossier.steps().stream().filter(step -> step.dueAt() != null).findFirst().map(step -> step.dueBefore() == null ? step.dueAt() : step.dueBefore());
		if (promise.isEmpty()) {
			return;
		}
		Instant due = promise.get();
		findings.concerned(Sign.RECEIVED_AFTER_DUE);
		Step receipt = first(steps, EnumSet.of(DossierStatus.ACCEPTED)).orElse(steps.getFirst());
		if (receipt.at().isAfter(due)) {
			findings.hit(Sign.RECEIVED_AFTER_DUE, dossier.code(), receipt.line(), Map.of("at", receipt.at().toString(), "due", due.toString()));
		}
		findings.concerned(Sign.DUE_MOVED);
		steps.stream().filter(step -> movedAfterIt(step, steps)).findFirst().ifPresent(step -> findings.hit(Sign.DUE_MOVED, dossier.code(), step.line(),
				Map.of("at", step.at().toString(), "due", String.valueOf(step.dueBefore()), "to", String.valueOf(step.dueAt()))));
	}

	/** A pause that began in time moves the promise by right, also when it ends later. */
	private static boolean movedAfterIt(Step step, List<Step> steps) {
		Instant before = step.dueBefore();
		return before != null && step.at().isAfter(before)
				&& steps.stream().noneMatch(pause -> pause.status().paused() && !pause.at().isAfter(before));
	}

	private static void digitised(SyncedHistory dossier, DayFindings findings) {
		if (dossier.channel() == Channel.ONLINE) {
			return;
		}
		int[] said = new int[2];
		dossier.steps().stream().map(Step::more).filter(java.util.Objects::nonNull).forEach(more -> digitised(more, said));
		if (said[0] + said[1] > 0) {
			findings.concerned(Sign.ALWAYS_DIGITISED);
			if (said[0] == 0) {
				findings.hit(Sign.ALWAYS_DIGITISED, dossier.code(), 0, Map.of("papers", String.valueOf(said[1])));
			}
		}
	}

	/** Counts what is said not to be, and to be, digitised: of the dossier or of its papers. */
	private static void digitised(JsonNode node, int[] said) {
		if (node.isArray()) {
			node.forEach(item -> digitised(item, said));
		}
		else if (node.isObject()) {
			DIGITISED.stream().filter(node::hasNonNull).forEach(name -> said[java.util.Set.of("1", "true").contains(node.get(name).asString("").toLowerCase(java.util.Locale.ROOT)) ? 1 : 0]++);
			node.values().stream().filter(JsonNode::isContainer).forEach(inner -> digitised(inner, said));
		}
	}

	private static Optional<Step> first(List<Step> steps, Set<DossierStatus> statuses) {
		return steps.stream().filter(step -> statuses.contains(step.status())).findFirst();
	}

}
