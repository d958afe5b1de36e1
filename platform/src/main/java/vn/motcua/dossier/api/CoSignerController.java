package vn.motcua.dossier.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.dossier.CoSigner;
import vn.motcua.dossier.CoSigners;
import vn.motcua.dossier.InviteSigner;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.site.Answers;
import vn.motcua.site.RequestKeys;

/** Whom an applicant asks to sign a draft, for machines. */
@RestController
@RequestMapping("/api/dossier/v1/drafts/{id}/signers")
@RequiresPermission(Permission.APPLY)
class CoSignerController {

	private final CoSigners signers;

	private final RequestKeys.Room keys;

	private final Clock clock;

	CoSignerController(CoSigners signers, RequestKeys keys, Clock clock) {
		this.signers = signers;
		this.keys = keys.of("dossier");
		this.clock = clock;
	}

	/** @param id of the invitation, {@code null} while nobody was asked */
	record SignerBody(String role, int place, CoSigner.State state, @Nullable UUID id, @Nullable String name, @Nullable Instant expiresAt,
			@Nullable Instant signedAt, @Nullable String digest) {

		static SignerBody of(CoSigner signer, Instant now) {
			CoSigner.Invitation invitation = signer.invitation();
			return invitation == null ? new SignerBody(signer.part().by(), signer.part().place(), signer.state(now), null, null, null, null, null)
					: new SignerBody(signer.part().by(), signer.part().place(), signer.state(now), invitation.id(), invitation.name(), invitation.expiresAt(),
							invitation.signedAt(), invitation.digest());
		}

	}

	/** @param place which of several, from 0; {@code null} for the only one */
	record NewSigner(@Nullable String role, @Nullable Integer place, @Nullable String name, @Nullable String subject, @Nullable String email) {
	}

	@GetMapping
	Map<String, List<SignerBody>> list(@PathVariable UUID id, @CurrentActor Actor actor) {
		return Map.of("items", signers.of(id, actor).stream().map(signer -> SignerBody.of(signer, clock.instant())).toList());
	}

	/** Answers the link once; it is kept nowhere, save with the answer to an {@code Idempotency-Key} while that is kept. */
	@PostMapping
	@Answers(status = 201, body = CoSigners.Link.class)
	ResponseEntity<?> invite(@PathVariable UUID id, @RequestBody NewSigner body, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@CurrentActor Actor actor) {
		InviteSigner command = new InviteSigner(body.role() == null ? "" : body.role(), body.place() == null ? 0 : body.place(),
				body.name() == null ? "" : body.name(), body.subject(), body.email());
		return keys.once(actor, key, "POST signers " + id + " " + command, () -> new RequestKeys.Answer(201, null, signers.invite(id, actor, command)));
	}

	@PostMapping("/{signer}/reminder")
	CoSigners.Link remind(@PathVariable UUID id, @PathVariable UUID signer, @CurrentActor Actor actor) {
		return signers.remind(id, actor, signer);
	}

	@DeleteMapping("/{signer}")
	ResponseEntity<Void> revoke(@PathVariable UUID id, @PathVariable UUID signer, @CurrentActor Actor actor) {
		signers.revoke(id, actor, signer);
		return ResponseEntity.noContent().build();
	}

}
