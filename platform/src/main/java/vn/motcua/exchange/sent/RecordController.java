package vn.motcua.exchange.sent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.LedgerSync.Arrived;
import vn.motcua.dossier.SyncOutcome;
import vn.motcua.exchange.ExchangeProblem;
import vn.motcua.exchange.SentRecord;
import vn.motcua.exchange.SentRecord.Kind;
import vn.motcua.exchange.SentRecords;
import vn.motcua.exchange.sync.Intake;
import vn.motcua.exchange.sync.SentBody;
import vn.motcua.exchange.sync.SyncArrivals;
import vn.motcua.exchange.sync.SyncBody;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.ArrivedBody;
import vn.motcua.site.Messages;

/** What is no event of a dossier, in the manner of events: one line each, answered line by line, readable again. Decision 31/2021/QĐ-TTg art. 30. */
@RestController
@RequestMapping("/api/sync/v1/records")
@RequiresPermission(Permission.SYNC)
class RecordController {

	private static final String NDJSON = "application/x-ndjson";

	private static final int MOST_LINES = 1_000;

	private final RecordIntake records;

	private final SentRecords sent;

	private final SyncArrivals arrivals;

	private final Intake intake;

	private final Messages messages;

	private final JsonMapper json;

	RecordController(RecordIntake records, SentRecords sent, SyncArrivals arrivals, Intake intake, Messages messages, JsonMapper json) {
		this.records = records;
		this.sent = sent;
		this.arrivals = arrivals;
		this.intake = intake;
		this.messages = messages;
		this.json = json;
	}

	@PostMapping(path = "/{kind}", consumes = { NDJSON, "application/ndjson" }, produces = NDJSON)
	ResponseEntity<byte[]> take(@PathVariable String kind, HttpServletRequest request, Locale locale, @CurrentActor Actor sender) throws IOException {
		Kind known = kind(kind);
		List<SyncOutcome> outcomes;
		try (ArrivedBody arrived = arrivals.read(request.getInputStream(), sender)) {
			outcomes = intake.within(sender, () -> {
				SentBody whole = new SentBody(arrived.open());
				SyncBody body = SyncBody.read(whole, "gzip".equalsIgnoreCase(request.getHeader(HttpHeaders.CONTENT_ENCODING)), line -> new Arrived(null, null, line));
				if (body.arrived().size() > MOST_LINES) {
					throw new ProblemException(ExchangeProblem.BATCH_TOO_LARGE, Map.of("lines", MOST_LINES, "mb", 12), List.of());
				}
				return records.take(sender, known, body.arrived().stream().map(Arrived::sent).toList(), body.bytes(), whole.sha256());
			});
		}
		StringBuilder answer = new StringBuilder(outcomes.size() * 60);
		for (int i = 0; i < outcomes.size(); i++) {
			answer.append(json.writeValueAsString(said(i + 1, outcomes.get(i), locale))).append('\n');
		}
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(NDJSON)).body(answer.toString().getBytes(StandardCharsets.UTF_8));
	}

	/** What was sent for the system's agency and those under it, newest first. */
	@GetMapping("/{kind}")
	Map<String, Object> list(@PathVariable String kind, @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String after,
			@CurrentActor Actor sender) {
		Limit checked = Limit.of(limit);
		if (after != null && !after.matches("\\d{1,18}")) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/after", "common.cursor")));
		}
		List<SentRecord> items = sent.list(sender, kind(kind), checked.value(), after == null ? Long.MAX_VALUE : Long.parseLong(after));
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("items", items.stream().map(item -> Map.of("number", item.number(), "recordedAt", item.recordedAt(), "record", item.body())).toList());
		body.put("next", items.size() < checked.value() ? null : Long.toString(items.getLast().number()));
		return body;
	}

	private Map<String, Object> said(int line, SyncOutcome outcome, Locale locale) {
		Map<String, Object> said = new LinkedHashMap<>();
		said.put("line", line);
		said.put("result", outcome.result().name().toLowerCase(Locale.ROOT));
		FieldProblem problem = outcome.problem();
		if (problem != null) {
			said.put("error", Map.of("pointer", problem.pointer(), "code", problem.code(), "message", messages.text(locale, "problem." + problem.code(), problem.values())));
		}
		return said;
	}

	private static Kind kind(String word) {
		return Stream.of(Kind.values()).filter(kind -> kind.word().equals(word)).findFirst().orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

}
