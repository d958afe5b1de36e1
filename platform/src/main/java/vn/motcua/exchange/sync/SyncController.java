package vn.motcua.exchange.sync;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.exchange.SyncCall;
import vn.motcua.exchange.SyncCalls;
import vn.motcua.exchange.SyncRejection;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.ArrivedBody;

/** Where agencies' own one-stop systems keep their dossiers in step with the ledger. Decision 31/2021/QĐ-TTg art. 30. */
@RestController
@RequestMapping("/api/sync/v1")
@RequiresPermission(Permission.SYNC)
class SyncController {

	static final String NDJSON = "application/x-ndjson";

	private final SyncArrivals arrivals;

	private final Intake intake;

	private final SyncCalls calls;

	private final Participants participants;

	private final SyncAnswers answers;

	SyncController(SyncArrivals arrivals, Intake intake, SyncCalls calls, Participants participants, SyncAnswers answers) {
		this.arrivals = arrivals;
		this.intake = intake;
		this.calls = calls;
		this.participants = participants;
		this.answers = answers;
	}

	/** With {@code dryRun} nothing is recorded, and every finding of every line is answered. */
	@PostMapping(path = "/events", consumes = { NDJSON, "application/ndjson" }, produces = NDJSON)
	ResponseEntity<byte[]> events(@RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request, Locale locale, @CurrentActor Actor sender)
			throws IOException {
		boolean packed = packed(request);
		if (dryRun) {
			CurrentCall.current().ifPresent(call -> call.operation("dry-run"));
		}
		Participant participant = participants.of(sender);
		try (ArrivedBody arrived = arrivals.read(request.getInputStream(), sender)) {
			Intake.Reading reading = () -> {
				SentBody sent = new SentBody(arrived.open());
				SyncBody body = SyncBody.read(sent, packed);
				return new Intake.Batch(body.arrived(), body.bytes(), sent.sha256());
			};
			byte[] answer = dryRun ? answers.tried(intake.tryOut(participant, sender, reading), locale) : answers.taken(intake.take(sender, reading), locale);
			return ResponseEntity.ok().contentType(MediaType.parseMediaType(NDJSON)).body(answer);
		}
	}

	/** Batches that this system sent, newest first; with {@code all} every call it made. */
	@GetMapping("/calls")
	Map<String, Object> calls(@RequestParam(defaultValue = "false") boolean all, @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String after,
			@CurrentActor Actor sender) {
		Limit checked = Limit.of(limit);
		List<SyncCall> items = calls.calls(sender.account(), all, checked.value(), after == null ? Long.MAX_VALUE : number(after));
		return page(items, items.size() < checked.value() ? null : String.valueOf(items.getLast().number()));
	}

	/** Lines of this system that were rejected in the last 30 days, newest first, each with the rule. */
	@GetMapping("/rejections")
	Map<String, Object> rejections(@RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String after,
			Locale locale, @CurrentActor Actor sender) {
		Limit checked = Limit.of(limit);
		String[] place = after == null ? new String[] { String.valueOf(Long.MAX_VALUE), "0" } : after.split("-", 2);
		List<SyncRejection> items = calls.rejections(sender.account(), checked.value(), number(place[0]), (int) number(place.length < 2 ? "" : place[1]));
		String next = items.size() < checked.value() ? null : items.getLast().call() + "-" + items.getLast().line();
		return page(items.stream().map(item -> rejection(item, locale)).toList(), next);
	}

	private Map<String, Object> rejection(SyncRejection item, Locale locale) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("call", item.call());
		body.put("line", item.line());
		body.put("at", item.at());
		body.put("error", answers.error(item.problem(), locale));
		body.put("text", item.text());
		return body;
	}

	private static boolean packed(HttpServletRequest request) {
		String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		if (encoding == null || encoding.equalsIgnoreCase("identity")) {
			return false;
		}
		if (encoding.equalsIgnoreCase("gzip")) {
			return true;
		}
		throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/Content-Encoding", "dossier.sync.encoding")));
	}

	private static long number(String written) {
		if (!written.matches("\\d{1,18}") && !written.equals(String.valueOf(Long.MAX_VALUE))) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/after", "common.cursor")));
		}
		return Long.parseLong(written);
	}

	private static Map<String, Object> page(List<?> items, @Nullable String next) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("items", items);
		body.put("next", next);
		return body;
	}

}
