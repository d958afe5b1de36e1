package vn.motcua.dossier.api;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import tools.jackson.databind.JsonNode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DraftView;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.Submission;
import vn.motcua.file.StoredFile;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Answers;
import vn.motcua.site.RequestKeys;

/** Applying by machine: the same drafts, checks and submission as on the pages. */
@RestController
@RequestMapping("/api/dossier/v1/drafts")
@RequiresPermission(Permission.APPLY)
class DraftController {

	private static final String KEY = "Idempotency-Key";

	private final Drafts drafts;

	private final DraftUploads uploads;

	private final RequestKeys.Room keys;

	DraftController(Drafts drafts, DraftUploads uploads, RequestKeys keys) {
		this.drafts = drafts;
		this.uploads = uploads;
		this.keys = keys.of("dossier");
	}

	/** @param answers what is known already, {@code null} for nothing yet */
	record NewDraft(@Nullable String service, @Nullable JsonNode answers) {
	}

	record SubmittedBody(String code, java.time.Instant submittedAt, java.time.@Nullable Instant dueAt, String receiptUrl) {

		static SubmittedBody of(Submission submission) {
			return new SubmittedBody(submission.code().value(), submission.submittedAt(), submission.dueAt(), "/ho-so/" + submission.code() + "/giay-tiep-nhan");
		}

	}

	@PostMapping
	@Answers(status = 201, body = DraftBody.class)
	ResponseEntity<?> open(@RequestBody NewDraft body, @RequestHeader(name = KEY, required = false) @Nullable String key, @CurrentActor Actor actor) {
		String service = body.service();
		if (service == null || !ProcedureCode.isWellFormed(service)) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/service", "dossier.service-code")));
		}
		return keys.once(actor, key, "POST drafts " + service + " " + body.answers(), () -> {
			DraftView draft = body.answers() == null ? drafts.open(actor, new ProcedureCode(service))
					: drafts.open(actor, new ProcedureCode(service), body.answers());
			return new RequestKeys.Answer(201, "/api/dossier/v1/drafts/" + draft.id(), DraftBody.of(draft));
		});
	}

	@GetMapping
	Map<String, List<DraftBody>> list(@CurrentActor Actor actor) {
		return Map.of("items", drafts.of(actor).stream().map(DraftBody::of).toList());
	}

	@GetMapping("/{id}")
	ResponseEntity<DraftBody> get(@PathVariable UUID id, @CurrentActor Actor actor) {
		return answer(drafts.get(id, actor));
	}

	/** A merge patch of the draft, of which only {@code answers} may change; a patch of the answers themselves is taken too. */
	@PatchMapping(path = "/{id}", consumes = { MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json" })
	ResponseEntity<DraftBody> patch(@PathVariable UUID id, @RequestBody JsonNode body, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@CurrentActor Actor actor) {
		JsonNode answers = body.isObject() && body.size() == 1 && body.has("answers") ? body.get("answers") : body;
		return answer(drafts.patch(id, actor, answers, DraftBody.version(ifMatch)));
	}

	@DeleteMapping("/{id}")
	ResponseEntity<Void> discard(@PathVariable UUID id, @CurrentActor Actor actor) {
		drafts.discard(id, actor);
		return ResponseEntity.noContent().build();
	}

	@PostMapping(path = "/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Answers(status = 201, body = DraftUploads.FileBody.class)
	ResponseEntity<?> attach(@PathVariable UUID id, @RequestParam String component, @RequestParam MultipartFile file,
			@RequestHeader(name = KEY, required = false) @Nullable String key, @CurrentActor Actor actor) throws IOException {
		StoredFile stored = uploads.store(drafts.get(id, actor), component, file);
		return keys.once(actor, key, "POST files " + id + " " + component + " " + stored.name() + " " + stored.sha256(), () -> {
			drafts.attach(id, actor, component, stored);
			return new RequestKeys.Answer(201, null, DraftUploads.body(component, stored));
		});
	}

	@DeleteMapping("/{id}/files/{fileId}")
	ResponseEntity<Void> detach(@PathVariable UUID id, @PathVariable UUID fileId, @CurrentActor Actor actor) {
		drafts.detach(id, actor, fileId);
		return ResponseEntity.noContent().build();
	}

	@PostMapping("/{id}/check")
	Map<String, List<FieldProblem>> check(@PathVariable UUID id, @CurrentActor Actor actor) {
		List<FieldProblem> problems = drafts.check(id, actor);
		if (!problems.isEmpty()) {
			throw new ProblemException(DossierProblem.INCOMPLETE, problems);
		}
		return Map.of("problems", problems);
	}

	/** Once: the same draft submitted again answers the same. */
	@PostMapping("/{id}/submission")
	@Answers(status = 201, body = SubmittedBody.class)
	ResponseEntity<?> submit(@PathVariable UUID id, @RequestHeader(name = KEY, required = false) @Nullable String key, @CurrentActor Actor actor) {
		return keys.once(actor, key, "POST submission " + id, () -> {
			SubmittedBody body = SubmittedBody.of(drafts.submit(id, actor));
			return new RequestKeys.Answer(201, "/api/dossier/v1/dossiers/" + body.code(), body);
		});
	}

	private static ResponseEntity<DraftBody> answer(DraftView draft) {
		return ResponseEntity.ok().eTag("\"" + draft.version() + "\"").location(URI.create("/api/dossier/v1/drafts/" + draft.id())).body(DraftBody.of(draft));
	}

}
