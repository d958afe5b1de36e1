package vn.motcua.onestop.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep.SupplementItem;
import vn.motcua.dossier.DossierView;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.DeskQueue;
import vn.motcua.onestop.OfficerDesk;
import vn.motcua.onestop.WorkItem;
import vn.motcua.onestop.WorkQueue;

/**
 * The desk for officers' own programs: the queue, and the acts as resources of the dossier. An act that was done answers the
 * dossier; done again by the same officer it answers the same, so that a program may repeat what it is unsure of.
 */
@RestController
@RequiresPermission(Permission.DOSSIER_VIEW)
class DeskApi {

	private static final int LONGEST = 2000;

	private final OfficerDesk desk;

	private final WorkQueue queues;

	DeskApi(OfficerDesk desk, WorkQueue queues) {
		this.desk = desk;
		this.queues = queues;
	}

	/** A dossier after an act. */
	record Done(String code, DossierStatus status, @Nullable OffsetDateTime dueAt, Set<DeskAct.Kind> allowed) {
	}

	record Waiting(String code, String service, String step, DeskQueue queue, @Nullable String holder, OffsetDateTime dueAt) {
	}

	record Reason(@Nullable String reason) {
	}

	record Supplement(@Nullable List<SupplementItem> items, @Nullable String reason) {
	}

	record Note(@Nullable String note) {
	}

	@GetMapping("/api/onestop/v1/queue")
	Slice<Waiting> queue(@RequestParam(defaultValue = "to-receive") String queue, @RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String after, @CurrentActor Actor officer) {
		if (officer.agency() == null) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		DeskQueue named = java.util.Arrays.stream(DeskQueue.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(queue)).findFirst()
			.orElseThrow(() -> new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/queue", "onestop.queue"))));
		return queues.items(officer.agency(), WorkQueue.Query.of(named), Limit.of(limit), after).map(DeskApi::waiting);
	}

	@PostMapping("/api/dossier/v1/dossiers/{code}/acceptance")
	@RequiresPermission(Permission.DOSSIER_RECEIVE)
	Done accept(@PathVariable String code, @RequestBody(required = false) @Nullable Note note, @CurrentActor Actor officer) {
		return act(code, new DeskAct.Accept(note == null ? null : limited("/note", note.note())), DossierStatus.ACCEPTED, officer);
	}

	@PostMapping("/api/dossier/v1/dossiers/{code}/refusal")
	@RequiresPermission(Permission.DOSSIER_RECEIVE)
	Done refuse(@PathVariable String code, @RequestBody Reason reason, @CurrentActor Actor officer) {
		return act(code, new DeskAct.Refuse(needed("/reason", reason.reason())), DossierStatus.REFUSED, officer);
	}

	@PostMapping("/api/dossier/v1/dossiers/{code}/supplement-request")
	Done supplement(@PathVariable String code, @RequestBody Supplement asked, @CurrentActor Actor officer) {
		List<SupplementItem> items = asked.items() == null ? List.of() : asked.items();
		if (items.isEmpty() || items.size() > 100 || items.stream().anyMatch(item -> item == null || item.componentId() == null || item.what() == null || item.what().isBlank()
				|| item.what().length() > LONGEST || item.componentId().length() > 100)) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/items", "onestop.needed.thieu")));
		}
		return act(code, new DeskAct.AskSupplement(items, needed("/reason", asked.reason())), DossierStatus.SUPPLEMENT_REQUESTED, officer);
	}

	@PostMapping("/api/dossier/v1/dossiers/{code}/stop")
	Done stop(@PathVariable String code, @RequestBody Reason reason, @CurrentActor Actor officer) {
		return act(code, new DeskAct.Stop(needed("/reason", reason.reason())), DossierStatus.STOPPED, officer);
	}

	@PostMapping("/api/dossier/v1/dossiers/{code}/signature")
	@RequiresPermission(Permission.DOSSIER_SIGN)
	Done sign(@PathVariable String code, @CurrentActor Actor officer) {
		return act(code, new DeskAct.Sign(), DossierStatus.COMPLETED, officer);
	}

	@PostMapping("/api/dossier/v1/dossiers/{code}/handover")
	@RequiresPermission(Permission.DOSSIER_RECEIVE)
	Done handOver(@PathVariable String code, @CurrentActor Actor officer) {
		return act(code, new DeskAct.HandOver("tai-quay"), DossierStatus.RETURNED, officer);
	}

	private Done act(String typed, DeskAct act, DossierStatus leadsTo, Actor officer) {
		DossierCode code = DossierCode.find(typed).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
		DossierView before = desk.find(code, officer);
		boolean still = leadsTo != DossierStatus.SUPPLEMENT_REQUESTED || before.summary().status() == leadsTo;
		boolean done = still && desk.events(code).stream().filter(event -> event.status() == leadsTo).findFirst()
			.filter(event -> event.actorAccount().equals(officer.account())).isPresent();
		return answer(done ? before : desk.act(code, act, officer), officer);
	}

	private Done answer(DossierView dossier, Actor officer) {
		java.time.Instant due = dossier.summary().dueAt();
		return new Done(dossier.summary().code().value(), dossier.summary().status(), due == null ? null : at(due),
				desk.allowed(dossier, desk.open(dossier.summary().code()), officer));
	}

	private static Waiting waiting(WorkItem item) {
		return new Waiting(item.code().value(), item.serviceCode(), item.stepName().vi(), item.queue(), item.ownerName(), at(item.dueAt()));
	}

	private static OffsetDateTime at(java.time.Instant moment) {
		return moment.atZone(vn.motcua.site.Page.ZONE).toOffsetDateTime();
	}

	private static String needed(String pointer, @Nullable String words) {
		if (words == null || words.isBlank()) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, "onestop.needed.ly-do")));
		}
		return limited(pointer, words);
	}

	private static @Nullable String limited(String pointer, @Nullable String words) {
		if (words != null && (words.length() > LONGEST || words.indexOf('\0') >= 0)) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(new FieldProblem(pointer, "onestop.too-long", Map.of("max", LONGEST))));
		}
		return words;
	}

}
