package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.CoSigner;
import vn.motcua.dossier.CoSigner.Invitation;
import vn.motcua.dossier.CoSigners;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.InviteSigner;
import vn.motcua.dossier.domain.DraftStore.Draft;
import vn.motcua.dossier.domain.SignerStore.SignerRow;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormPart;
import vn.motcua.form.FormParts;
import vn.motcua.form.Signer;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Whom the applicant asks to sign. A link is told once and kept as its digest; reminding makes a new one. */
@Service
class CoSignerDesk implements CoSigners {

	/** How long a link can be taken up. */
	static final Duration LINK_LASTS = Duration.ofDays(14);

	private final OpenDrafts drafts;

	private final DraftChanges changes;

	private final SignerStore store;

	private final DraftSignatures signatures;

	private final FormParts parts;

	private final SignerNotices notices;

	private final InvitationLimits limits;

	private final Clock clock;

	CoSignerDesk(OpenDrafts drafts, DraftChanges changes, SignerStore store, DraftSignatures signatures, FormParts parts, SignerNotices notices,
			InvitationLimits limits, Clock clock) {
		this.drafts = drafts;
		this.changes = changes;
		this.store = store;
		this.signatures = signatures;
		this.parts = parts;
		this.notices = notices;
		this.limits = limits;
		this.clock = clock;
	}

	@Override
	public List<CoSigner> of(UUID id, Actor applicant) {
		Draft draft = drafts.find(id, applicant);
		FormDefinition form = drafts.form(draft);
		List<SignerRow> rows = form.signers().isEmpty() ? List.of() : store.ofDraft(id);
		return parts.signers(form, draft.answers(), drafts.today()).stream().map(part -> {
			Signer signer = form.signer(part.by()).orElseThrow();
			return new CoSigner(part, signer.title(), signer.several(), invitation(rows.stream().filter(row -> row.part().equals(part)).findFirst().orElse(null),
					row -> signatures.stands(draft, form, row) ? null : draft.savedAt()));
		}).toList();
	}

	@Override
	@Transactional
	public Link invite(UUID id, Actor applicant, InviteSigner command) {
		FormPart part = new FormPart(command.role(), command.place());
		drafts.lock(id);
		Draft draft = drafts.find(id, applicant);
		DraftChanges.requireOpen(draft);
		if (!parts.signers(drafts.form(draft), draft.answers(), drafts.today()).contains(part)) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/role", "dossier.signer.unknown")));
		}
		if (store.invited(id) >= SignerStore.MOST_INVITATIONS) {
			throw new ProblemException(DossierProblem.TOO_MANY_INVITATIONS, "max", SignerStore.MOST_INVITATIONS);
		}
		limits.count(applicant.account(), command.subject(), command.email());
		takeAway(draft, applicant, part);
		Instant now = StepRecorder.moment(clock);
		LinkToken token = LinkToken.fresh();
		SignerRow row = new SignerRow(UUID.randomUUID(), id, part, command.name(), command.subject(), command.email(), now, now.plus(LINK_LASTS), null, null, null,
				null, null, null, null, null, null);
		store.invite(row, token.digest());
		notices.invited(row, drafts.service(draft), applicant.name(), token.path(), row.expiresAt());
		return new Link(row.id(), token.path(), row.expiresAt());
	}

	@Override
	@Transactional
	public Link remind(UUID id, Actor applicant, UUID signer) {
		drafts.lock(id);
		Draft draft = drafts.find(id, applicant);
		DraftChanges.requireOpen(draft);
		SignerRow row = row(id, signer);
		if (row.signed()) {
			throw new ProblemException(DossierProblem.SIGNED_ALREADY, Map.of("who", row.name()), List.of());
		}
		limits.count(applicant.account(), row.subject(), row.email());
		if (row.account() != null) {
			notices.reminded(row, drafts.service(draft), applicant.name(), "/phan-ky/" + row.id(), row.expiresAt());
			return new Link(row.id(), "", row.expiresAt());
		}
		LinkToken token = LinkToken.fresh();
		Instant until = StepRecorder.moment(clock).plus(LINK_LASTS);
		if (!store.renew(row.id(), token.digest(), until)) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
		notices.reminded(row, drafts.service(draft), applicant.name(), token.path(), until);
		return new Link(row.id(), token.path(), until);
	}

	@Override
	@Transactional
	public void revoke(UUID id, Actor applicant, UUID signer) {
		drafts.lock(id);
		Draft draft = drafts.find(id, applicant);
		DraftChanges.requireOpen(draft);
		takeAway(draft, applicant, row(id, signer).part());
	}

	private SignerRow row(UUID draft, UUID signer) {
		return store.find(signer).filter(row -> row.draft().equals(draft)).orElseThrow(() -> new ProblemException(DossierProblem.DRAFT_NOT_FOUND));
	}

	/** The invitation ends, and what the person wrote goes with it. */
	private void takeAway(Draft draft, Actor applicant, FormPart part) {
		if (store.revoke(draft.id(), part, StepRecorder.moment(clock))) {
			FormDefinition form = drafts.form(draft);
			changes.change(draft.id(), applicant, null, before -> {
				ObjectNode gone = LedgerJson.object();
				parts.own(form, part, before.answers()).propertyNames().forEach(gone::putNull);
				return before.saved(parts.merged(form, part, before.answers(), gone), before.files(), StepRecorder.moment(clock));
			});
		}
	}

	/** @param voided since when a signature stands for something else than what is there now */
	private static @Nullable Invitation invitation(@Nullable SignerRow row, Function<SignerRow, @Nullable Instant> voided) {
		return row == null ? null : new Invitation(row.id(), row.accountName() == null ? row.name() : row.accountName(), row.email(), row.invitedAt(), row.expiresAt(),
				row.acceptedAt(), row.signedAt(), row.digest(), row.signed() ? voided.apply(row) : row.voidedAt());
	}

}
