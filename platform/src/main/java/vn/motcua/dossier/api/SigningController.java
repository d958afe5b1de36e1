package vn.motcua.dossier.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.CoSigning;
import vn.motcua.dossier.SigningView;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormParts;
import vn.motcua.form.Forms;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.site.Answers;
import vn.motcua.site.RequestKeys;

/** Filling in and signing one's part of somebody else's draft, for machines: their own answers and what they may see, nothing else. */
@RestController
@RequestMapping("/api/dossier/v1/signings")
@RequiresPermission(Permission.APPLY)
class SigningController {

	private final CoSigning signing;

	private final Catalogue catalogue;

	private final Forms forms;

	private final FormParts parts;

	private final RequestKeys.Room keys;

	private final Clock clock;

	SigningController(CoSigning signing, Catalogue catalogue, Forms forms, FormParts parts, RequestKeys keys, Clock clock) {
		this.signing = signing;
		this.catalogue = catalogue;
		this.forms = forms;
		this.parts = parts;
		this.keys = keys.of("dossier");
		this.clock = clock;
	}

	record TakenUp(@Nullable String token) {
	}

	record Confirmation(@Nullable String digest) {
	}

	/**
	 * @param answers one's own
	 * @param seen the applicant's answers that belong to what is signed; only where the look at them is recorded: reading one
	 * @param files the applicant's, as {@code seen}
	 */
	record SigningBody(UUID id, String service, String role, int place, String applicant, LocalizedText statement, JsonNode answers, @Nullable JsonNode seen,
			@Nullable List<AttachedFile> files, String digest, @Nullable Instant signedAt, @Nullable Instant voidedAt) {
	}

	@GetMapping
	Map<String, List<SigningBody>> list(@CurrentActor Actor actor) {
		return Map.of("items", signing.of(actor).stream().map(view -> body(view, false)).toList());
	}

	/** Takes an invitation up. */
	@PostMapping
	@Answers(status = 201, body = SigningBody.class)
	ResponseEntity<?> accept(@RequestBody TakenUp body, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @CurrentActor Actor actor) {
		String token = body.token() == null ? "" : body.token().replaceFirst(".*/ky/", "");
		return keys.once(actor, key, "POST signings " + token,
				() -> new RequestKeys.Answer(201, null, body(signing.get(signing.accept(token, actor), actor), false)));
	}

	@GetMapping("/{id}")
	SigningBody get(@PathVariable UUID id, @CurrentActor Actor actor) {
		return body(signing.read(id, actor), true);
	}

	@PatchMapping("/{id}")
	SigningBody patch(@PathVariable UUID id, @RequestBody JsonNode body, @CurrentActor Actor actor) {
		JsonNode answers = body.isObject() && body.size() == 1 && body.has("answers") ? body.get("answers") : body;
		return body(signing.patch(id, actor, answers), false);
	}

	/** Signs what was read: {@code digest} is the one that was answered with it. */
	@PostMapping("/{id}/signature")
	ResponseEntity<SigningBody> sign(@PathVariable UUID id, @RequestBody Confirmation body, @CurrentActor Actor actor) {
		return ResponseEntity.status(201).body(body(signing.sign(id, actor, body.digest() == null ? "" : body.digest()), false));
	}

	private SigningBody body(SigningView view, boolean seen) {
		ServiceVersion service = catalogue.get(view.serviceVersion());
		FormDefinition form = forms.of(service);
		ObjectNode signed = parts.signed(form, view.part(), view.answers(), LocalDate.now(clock.withZone(vn.motcua.site.Page.ZONE)));
		return new SigningBody(view.id(), service.code().value(), view.part().by(), view.part().place(), view.applicantName(), view.signer().statement(),
				signed.get("own"), seen ? signed.get("seen") : null, seen ? view.seen() : null, view.digest(), view.signedAt(), view.voidedAt());
	}

}
