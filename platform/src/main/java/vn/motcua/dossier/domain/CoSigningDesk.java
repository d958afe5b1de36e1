package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.CoSigning;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.SigningView;
import vn.motcua.dossier.domain.DraftStore.Draft;
import vn.motcua.dossier.domain.SignerStore.SignerRow;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormParts;
import vn.motcua.identity.Account;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Filling in and signing one's part of somebody else's draft. */
@Service
class CoSigningDesk implements CoSigning {

	private static final int MOST_OPEN = 50;

	private final SignedDrafts drafts;

	private final DraftChanges changes;

	private final DraftSignatures signatures;

	private final SignerStore store;

	private final FormParts parts;

	private final SignerNotices notices;

	private final Clock clock;

	CoSigningDesk(SignedDrafts drafts, DraftChanges changes, DraftSignatures signatures, SignerStore store, FormParts parts, SignerNotices notices, Clock clock) {
		this.drafts = drafts;
		this.changes = changes;
		this.signatures = signatures;
		this.store = store;
		this.parts = parts;
		this.notices = notices;
		this.clock = clock;
	}

	@Override
	public SigningView preview(String token, Actor reader) {
		return view(invited(token, reader));
	}

	@Override
	@Transactional
	public UUID accept(String token, Actor signer) {
		drafts.lock(invited(token, signer).draft());
		SignerRow row = invited(token, signer);
		if (signer.account().equals(row.account())) {
			return row.id();
		}
		if (!signer.applicant()) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		if (drafts.owner(row.draft()).account().equals(signer.account())) {
			throw new ProblemException(DossierProblem.SIGNER_SELF);
		}
		if (row.subject() != null && !row.subject().equals(signer.subject())) {
			throw new ProblemException(DossierProblem.SIGNER_OTHER_PERSON);
		}
		Account account = account(row, signer);
		if (!store.accept(row.id(), signer.account(), account.fullName(), account.subject(), account.assurance().name(), now())) {
			throw new ProblemException(row.expiresAt().isBefore(now()) ? DossierProblem.INVITATION_ENDED : DossierProblem.SIGNER_TWICE);
		}
		Actor owner = drafts.owner(row.draft());
		changes.change(row.draft(), owner, null, draft -> draft.saved(drafts.prefilled(draft, row.part(), signer), draft.files(), now()));
		return row.id();
	}

	@Override
	public SigningView get(UUID id, Actor signer) {
		return view(own(id, signer));
	}

	@Override
	public SigningView read(UUID id, Actor signer) {
		SignerRow row = own(id, signer);
		drafts.looked(row, signer);
		return view(row);
	}

	@Override
	public SigningView patch(UUID id, Actor signer, JsonNode mergePatch) {
		SignerRow row = own(id, signer);
		changes.change(row.draft(), drafts.owner(row.draft()), null, draft -> {
			FormDefinition form = drafts.form(draft);
			ObjectNode own = parts.own(form, row.part(), draft.answers());
			MergePatch.apply(own, mergePatch);
			List<FieldProblem> strangers = parts.strangers(form, row.part(), mergePatch);
			if (!strangers.isEmpty()) {
				throw new ProblemException(CommonProblem.FIELDS, DraftDesk.underAnswers(strangers));
			}
			ObjectNode answers = MergePatch.checked(parts.merged(form, row.part(), draft.answers(), (ObjectNode) mergePatch));
			return draft.saved(answers, draft.files(), now());
		});
		return view(own(id, signer));
	}

	@Override
	public List<FieldProblem> check(UUID id, Actor signer) {
		SignerRow row = own(id, signer);
		return problems(drafts.find(row), row);
	}

	@Override
	@Transactional
	public SigningView sign(UUID id, Actor signer, String digest) {
		SignerRow row = own(id, signer);
		drafts.lock(row.draft());
		Draft draft = drafts.find(row);
		DraftChanges.requireOpen(draft);
		Account account = account(row, signer);
		List<FieldProblem> problems = problems(draft, row);
		if (!problems.isEmpty()) {
			throw new ProblemException(DossierProblem.INCOMPLETE, DraftDesk.underAnswers(problems));
		}
		SignedContent content = signatures.content(draft, drafts.form(draft), row.part());
		if (!content.digest().equals(digest)) {
			throw new ProblemException(DossierProblem.SIGNED_TEXT_CHANGED);
		}
		SignerRow latest = own(id, signer);
		if (!latest.signed() || !digest.equals(latest.digest())) {
			store.voidSignature(id, now());
			store.assured(id, account.assurance().name());
			store.sign(id, drafts.form(draft).signer(row.part().by()).orElseThrow().statement().vi(), content, now());
			notices.signed(row, drafts.service(draft), drafts.owner(row.draft()).account());
		}
		return view(own(id, signer));
	}

	@Override
	public List<SigningView> of(Actor signer) {
		return store.ofAccount(signer.account(), MOST_OPEN).stream().filter(this::open).map(this::view).toList();
	}

	/** Who named a number wants its owner: an account that anybody can open with it will not do. */
	private Account account(SignerRow row, Actor signer) {
		Account account = drafts.account(signer);
		if (row.subject() != null && account.assurance() != Account.Assurance.VERIFIED) {
			throw new ProblemException(DossierProblem.SIGNER_UNVERIFIED);
		}
		return account;
	}

	private List<FieldProblem> problems(Draft draft, SignerRow row) {
		return parts.check(drafts.form(draft), row.part(), draft.answers(), drafts.today());
	}

	private SignerRow own(UUID id, Actor signer) {
		SignerRow row = store.find(id).filter(found -> signer.account().equals(found.account()))
			.orElseThrow(() -> new ProblemException(DossierProblem.INVITATION_NOT_FOUND));
		Draft draft = drafts.find(row);
		if (draft.submittedAs() == null && !asked(draft, row)) {
			throw new ProblemException(DossierProblem.INVITATION_ENDED);
		}
		return row;
	}

	/** Not submitted yet, the service can be applied for, and the answers still ask for this signature. */
	private boolean open(SignerRow row) {
		Draft draft = drafts.find(row);
		return draft.submittedAs() == null && asked(draft, row);
	}

	private boolean asked(Draft draft, SignerRow row) {
		return drafts.openForm(draft).filter(form -> parts.signers(form, draft.answers(), drafts.today()).contains(row.part())).isPresent();
	}

	private SignerRow invited(String token, Actor reader) {
		SignerRow row = store.find(new LinkToken(token).digest()).filter(found -> found.account() == null || found.account().equals(reader.account()))
			.orElseThrow(() -> new ProblemException(DossierProblem.INVITATION_NOT_FOUND));
		if (row.account() == null && row.expiresAt().isBefore(now()) || !open(row)) {
			throw new ProblemException(DossierProblem.INVITATION_ENDED);
		}
		return row;
	}

	private SigningView view(SignerRow row) {
		Draft draft = drafts.find(row);
		FormDefinition form = drafts.form(draft);
		boolean ended = draft.submittedAs() != null;
		String digest = ended ? Objects.requireNonNullElse(row.digest(), "") : signatures.content(draft, form, row.part()).digest();
		var signer = form.signer(row.part().by()).orElseThrow(() -> new ProblemException(DossierProblem.INVITATION_ENDED));
		return new SigningView(row.id(), row.part(), signer, drafts.service(draft).id(), drafts.owner(row.draft()).name(),
				row.accountName() == null ? row.name() : row.accountName(), draft.answers(), DraftSignatures.seen(draft, form, signer), digest, row.expiresAt(),
				row.acceptedAt(), row.signed() && (ended || digest.equals(row.digest())) ? row.signedAt() : null,
				row.signed() && !ended && !digest.equals(row.digest()) ? draft.savedAt() : row.voidedAt(), ended);
	}

	private Instant now() {
		return StepRecorder.moment(clock);
	}

}
