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

/** Filling in and signing one's part of somebody else's draft, for machines: their own answers and what they may see, nothing else. */
@RestController
@RequestMapping("/api/dossier/v1/signings")
@RequiresPermission(Permission.APPLY)
class SigningController {

	private final CoSigning signing;

	private final Catalogue catalogue;

	private final Forms forms;

	private final FormParts parts;

	private final Clock clock;

	SigningController(CoSigning signing, Catalogue catalogue, Forms forms, FormParts parts, Clock clock) {
		this.signing = signing;
		this.catalogue = catalogue;
		this.forms = forms;
		this.parts = parts;
		this.clock = clock;
	}

	record TakenUp(@Nullable String token) {
	}

	record Confirmation(@Nullable String digest) {
	}

	/** @param answers one's own; @param seen the applicant's answers that belong to what is signed */
	record SigningBody(UUID id, String service, String role, int place, String applicant, LocalizedText statement, JsonNode answers, JsonNode seen,
			List<AttachedFile> files, String digest, @Nullable Instant signedAt, @Nullable Instant voidedAt) {
	}

	@GetMapping
	Map<String, List<SigningBody>> list(@CurrentActor Actor actor) {
		return Map.of("items", signing.of(actor).stream().map(this::body).toList());
	}

	/** Takes an invitation up. */
	@PostMapping
	ResponseEntity<SigningBody> accept(@RequestBody TakenUp body, @CurrentActor Actor actor) {
		UUID id = signing.accept(body.token() == null ? "" : body.token().replaceFirst(".*/ky/", ""), actor);
		return ResponseEntity.status(201).body(body(signing.read(id, actor)));
	}

	@GetMapping("/{id}")
	SigningBody get(@PathVariable UUID id, @CurrentActor Actor actor) {
		return body(signing.read(id, actor));
	}

	@PatchMapping("/{id}")
	SigningBody patch(@PathVariable UUID id, @RequestBody JsonNode body, @CurrentActor Actor actor) {
		JsonNode answers = body.isObject() && body.size() == 1 && body.has("answers") ? body.get("answers") : body;
		return body(signing.patch(id, actor, answers));
	}

	/** Signs what was read: {@code digest} is the one that was answered with it. */
	@PostMapping("/{id}/signature")
	ResponseEntity<SigningBody> sign(@PathVariable UUID id, @RequestBody Confirmation body, @CurrentActor Actor actor) {
		return ResponseEntity.status(201).body(body(signing.sign(id, actor, body.digest() == null ? "" : body.digest())));
	}

	private SigningBody body(SigningView view) {
		ServiceVersion service = catalogue.get(view.serviceVersion());
		FormDefinition form = forms.of(service);
		ObjectNode signed = parts.signed(form, view.part(), view.answers(), LocalDate.now(clock.withZone(vn.motcua.site.Page.ZONE)));
		return new SigningBody(view.id(), service.code().value(), view.part().by(), view.part().place(), view.applicantName(), view.signer().statement(),
				signed.get("own"), signed.get("seen"), view.seen(), view.digest(), view.signedAt(), view.voidedAt());
	}

}
