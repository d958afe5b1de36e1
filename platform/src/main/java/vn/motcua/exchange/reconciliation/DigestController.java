package vn.motcua.exchange.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.agency.Agency;
import vn.motcua.dossier.LedgerDigests;
import vn.motcua.dossier.LedgerDigests.DossierPart;
import vn.motcua.dossier.LedgerDigests.Part;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Whether a sender and the ledger hold the same: the tree of digests down to the line, and statements of the sender. */
@RestController
@RequestMapping("/api/sync/v1/digest")
@RequiresPermission(Permission.SYNC)
class DigestController {

	private static final int MOST_DAYS = 31;

	private static final int MOST_DOSSIERS = 10_000;

	private final LedgerDigests digests;

	private final Reconciliation reconciliation;

	private final Speaking speaking;

	private final Clock clock;

	DigestController(LedgerDigests digests, Reconciliation reconciliation, Speaking speaking, Clock clock) {
		this.digests = digests;
		this.reconciliation = reconciliation;
		this.speaking = speaking;
		this.clock = clock;
	}

	/** What a sender holds of some days. */
	record Statements(@Nullable List<@Nullable StatedDay> days) {
	}

	/** The day with its buckets; one bucket with its dossiers; or one dossier with its lines. */
	@GetMapping
	Map<String, Object> digest(@RequestParam(required = false) @Nullable String agency, @RequestParam(required = false) @Nullable LocalDate day,
			@RequestParam(required = false) @Nullable String bucket, @RequestParam(required = false) @Nullable String code,
			@RequestParam(defaultValue = "") String after, @CurrentActor Actor sender) {
		if (code != null) {
			DossierCode dossier = DossierCode.find(code).orElseThrow(() -> refused("/code", "dossier.sync.code"));
			speaking.check(sender, dossier.agency(), dossier.receivedOn(), "/code");
			return dossier(dossier);
		}
		if (day == null) {
			throw refused("/day", "form.required");
		}
		String checked = speaking.check(sender, agency, day, "/agency").code();
		if (bucket == null) {
			return day(checked, day);
		}
		if (!bucket.matches("[0-9a-f]{2}") || after.length() > 64 || after.indexOf('\0') >= 0) {
			throw refused(bucket.matches("[0-9a-f]{2}") ? "/after" : "/bucket", bucket.matches("[0-9a-f]{2}") ? "common.cursor" : "exchange.bucket");
		}
		return bucket(checked, day, bucket, after);
	}

	/** Keeps what the sender holds and answers each day with what the ledger holds. */
	@PostMapping
	Map<String, Object> state(@RequestBody Statements statements, @CurrentActor Actor sender) {
		List<@Nullable StatedDay> days = statements.days() == null ? List.of() : statements.days();
		if (days.isEmpty() || days.size() > MOST_DAYS) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/days", "exchange.days", "max", MOST_DAYS)));
		}
		List<Agency> whose = new ArrayList<>();
		for (int i = 0; i < days.size(); i++) {
			whose.add(checked(days.get(i), "/days/" + i, sender));
		}
		List<Map<String, Object>> items = new ArrayList<>();
		for (int i = 0; i < days.size(); i++) {
			StatedDay day = days.get(i);
			Part theirs = new Part(day.dossiers(), day.lines(), day.digest());
			Part ours = reconciliation.state(sender, whose.get(i), day.agency(), day.day(), theirs);
			Map<String, Object> item = head(day.agency(), day.day(), ours);
			item.put("same", ours.digest().equals(theirs.digest()));
			items.add(item);
		}
		return Map.of("items", items);
	}

	private Agency checked(@Nullable StatedDay day, String pointer, Actor sender) {
		if (day == null || day.day() == null || day.day().isAfter(LocalDate.now(clock.withZone(Page.ZONE)))) {
			throw refused(pointer + "/day", "exchange.day");
		}
		if (day.dossiers() == null || day.dossiers() < 0 || day.lines() == null || day.lines() < 0) {
			throw refused(pointer + (day.dossiers() == null || day.dossiers() < 0 ? "/dossiers" : "/lines"), "exchange.count");
		}
		if (day.digest() == null || !day.digest().matches("[0-9a-f]{64}")) {
			throw refused(pointer + "/digest", "exchange.digest");
		}
		return speaking.check(sender, day.agency(), day.day(), pointer + "/agency").agency();
	}

	private Map<String, Object> day(String agency, LocalDate day) {
		LedgerDigests.Day held = reconciliation.reading(() -> digests.day(agency, day));
		Map<String, Object> body = head(agency, day, held.whole());
		body.put("buckets", held.buckets().entrySet().stream().map(bucket -> {
			Map<String, Object> part = new LinkedHashMap<>();
			part.put("bucket", bucket.getKey());
			part(part, bucket.getValue());
			return part;
		}).toList());
		return body;
	}

	private Map<String, Object> bucket(String agency, LocalDate day, String bucket, String after) {
		List<DossierPart> parts = reconciliation.reading(() -> digests.bucket(agency, day, bucket, after, MOST_DOSSIERS));
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("agency", agency);
		body.put("day", day);
		body.put("bucket", bucket);
		body.put("items", parts.stream().map(part -> {
			Map<String, Object> item = new LinkedHashMap<>();
			item.put("code", part.code().value());
			item.put("lines", part.lines());
			item.put("digest", part.digest());
			return item;
		}).toList());
		body.put("next", parts.size() < MOST_DOSSIERS ? null : parts.getLast().code().value());
		return body;
	}

	private Map<String, Object> dossier(DossierCode code) {
		SortedMap<Integer, String> lines = digests.lines(code);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("code", code.value());
		body.put("lines", lines.size());
		body.put("digest", digests.ofDossier(lines));
		body.put("items", lines.entrySet().stream().map(line -> Map.of("seq", line.getKey(), "digest", line.getValue())).toList());
		return body;
	}

	static Map<String, Object> head(String agency, LocalDate day, Part part) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("agency", agency);
		body.put("day", day);
		part(body, part);
		return body;
	}

	private static void part(Map<String, Object> body, Part part) {
		body.put("dossiers", part.dossiers());
		body.put("lines", part.lines());
		body.put("digest", part.digest());
	}

	private static ProblemException refused(String pointer, String rule) {
		return new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, rule)));
	}

}
