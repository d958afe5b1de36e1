package vn.motcua.exchange.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.SyncCall;
import vn.motcua.exchange.SyncCalls;
import vn.motcua.exchange.SyncRejection;
import vn.motcua.exchange.participant.Registrations;
import vn.motcua.exchange.sync.Evidence;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Calls of a system, the lines of it that were rejected, and evidence of a batch. */
@Controller
@RequestMapping("/quan-tri/lien-thong/{id}")
@RequiresPermission(Permission.SYSTEM_VIEW)
class CallController {

	private static final int ROWS = 50;

	private final Registrations registrations;

	private final SyncCalls calls;

	private final Evidence evidence;

	private final TakenSince takenSince;

	private final AuditTrail audit;

	CallController(Registrations registrations, SyncCalls calls, Evidence evidence, TakenSince takenSince, AuditTrail audit) {
		this.registrations = registrations;
		this.calls = calls;
		this.evidence = evidence;
		this.takenSince = takenSince;
		this.audit = audit;
	}

	@GetMapping("/cuoc-goi")
	String calls(@PathVariable UUID id, @RequestParam(name = "chiGoi", defaultValue = "false") boolean batches,
			@RequestParam(name = "sau", required = false) @Nullable String after, @CurrentActor Actor actor, Model model) {
		Cursor place = Cursor.decode(after, 1);
		List<SyncCall> rows = calls.calls(registrations.get(actor, id).id(), !batches, ROWS + 1, place == null ? Long.MAX_VALUE : number(place.keys().getFirst()));
		model.addAttribute("system", registrations.get(actor, id));
		model.addAttribute("calls", Slice.of(rows, ROWS, last -> Cursor.of(last.number())));
		model.addAttribute("batches", batches);
		return "exchange/calls";
	}

	@GetMapping("/cuoc-goi/{number}")
	String call(@PathVariable UUID id, @PathVariable long number, @CurrentActor Actor actor, Model model) {
		Participant system = registrations.get(actor, id);
		model.addAttribute("system", system);
		model.addAttribute("call", calls.call(system.id(), number).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
		return "exchange/call";
	}

	@GetMapping("/cuoc-goi/{number}/bang-chung")
	ResponseEntity<byte[]> evidence(@PathVariable UUID id, @PathVariable long number, @CurrentActor Actor actor) {
		String pem = evidence.of(registrations.get(actor, id).id(), number);
		String name = "bang-chung-" + number + ".pem";
		return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "application/x-pem-file")
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(pem.getBytes(StandardCharsets.UTF_8));
	}

	/** Rejected lines hold data of people: who looks is written down. */
	@GetMapping("/dong-tu-choi")
	String rejections(@PathVariable UUID id, @RequestParam(name = "sau", required = false) @Nullable String after, @CurrentActor Actor actor, Model model) {
		Participant system = registrations.get(actor, id);
		Cursor place = Cursor.decode(after, 2);
		List<SyncRejection> rows = calls.rejections(system.id(), ROWS + 1, place == null ? Long.MAX_VALUE : number(place.keys().get(0)),
				place == null ? 0 : (int) number(place.keys().get(1)));
		audit.record(new AccessRecord(actor, AuditAction.DOSSIER_LISTED, system.clientId(), null, "audit.purpose.administration"));
		model.addAttribute("system", system);
		Slice<SyncRejection> rejections = Slice.of(rows, ROWS, last -> Cursor.of(last.call(), last.line()));
		model.addAttribute("rejections", rejections);
		model.addAttribute("taken", takenSince.among(rejections.items()));
		return "exchange/rejections";
	}

	private static long number(String key) {
		if (!key.matches("\\d{1,18}")) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
		return Long.parseLong(key);
	}

}
