package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DraftView;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.Prospect;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.domain.DraftStore.Draft;
import vn.motcua.file.StoredFile;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Drafts on the database. Every change is kept at once. */
@Service
class DraftDesk implements Drafts {

	/** Open drafts of one person. */
	private static final int MOST_OPEN = 50;

	/** Files of one draft. */
	private static final int MOST_FILES = 100;

	private final DraftStore store;

	private final DraftSubmission submission;

	private final Intake intake;

	private final DraftChanges changes;

	private final ApplicantParts parts;

	private final Catalogue catalogue;

	private final Clock clock;

	DraftDesk(DraftStore store, DraftSubmission submission, Intake intake, DraftChanges changes, ApplicantParts parts, Catalogue catalogue, Clock clock) {
		this.store = store;
		this.submission = submission;
		this.intake = intake;
		this.changes = changes;
		this.parts = parts;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	@Override
	public DraftView open(Actor applicant, ProcedureCode code, JsonNode answers) {
		ServiceVersion service = catalogue.find(code, today()).filter(open -> open.channels().contains(Channel.ONLINE))
			.orElseThrow(() -> new ProblemException(DossierProblem.SERVICE_NOT_OPEN));
		DraftSubmission.requireAudience(service, applicant);
		requireOwn(service, answers);
		Draft draft = new Draft(UUID.randomUUID(), 1, code.value(), service.id(), MergePatch.apply(LedgerJson.object(), answers), List.of(), now(), null, null, null, true);
		if (!store.open(draft, applicant.account(), MOST_OPEN)) {
			throw new ProblemException(DossierProblem.TOO_MANY_DRAFTS, "max", MOST_OPEN);
		}
		return view(draft);
	}

	@Override
	public DraftView get(UUID id, Actor applicant) {
		return view(submission.find(id, applicant));
	}

	@Override
	public DraftView patch(UUID id, Actor applicant, JsonNode mergePatch, @Nullable Integer expectedVersion) {
		return change(id, applicant, expectedVersion, draft -> {
			requireOwn(submission.service(draft), mergePatch);
			return draft.saved(MergePatch.apply(draft.answers(), mergePatch), draft.files(), now());
		});
	}

	@Override
	public DraftView attach(UUID id, Actor applicant, String componentId, StoredFile file) {
		return change(id, applicant, null, draft -> {
			ServiceVersion.Component component = component(draft, componentId);
			long there = draft.files().stream().filter(present -> present.componentId().equals(componentId)).count();
			if (there >= component.maxFiles()) {
				throw tooMany(componentId, "dossier.too-many-files", component.maxFiles(), file);
			}
			if (draft.files().size() >= MOST_FILES) {
				throw tooMany(componentId, "dossier.too-many-files-in-all", MOST_FILES, file);
			}
			List<AttachedFile> files = new ArrayList<>(draft.files());
			files.add(StepRecorder.attached(componentId, file, 0));
			return draft.saved(draft.answers(), files, now());
		});
	}

	private static ProblemException tooMany(String componentId, String code, int max, StoredFile file) {
		return new ProblemException(CommonProblem.FIELDS, List.of(new FieldProblem("/files/" + componentId, code, Map.of("max", max, "name", file.name()))));
	}

	@Override
	public DraftView detach(UUID id, Actor applicant, UUID fileId) {
		return change(id, applicant, null, draft -> {
			List<AttachedFile> files = draft.files().stream().filter(file -> !file.fileId().equals(fileId)).toList();
			return draft.saved(draft.answers(), files, now());
		});
	}

	@Override
	public Prospect prospect(DraftView draft) {
		return intake.prospect(catalogue.get(draft.serviceVersion()), draft.answers(), today());
	}

	@Override
	public List<FieldProblem> check(UUID id, Actor applicant) {
		return submission.check(submission.find(id, applicant), applicant);
	}

	@Override
	public Submission submit(UUID id, Actor applicant) {
		return submission.submit(id, applicant);
	}

	@Override
	public void told(UUID id, Actor applicant) {
		store.told(id, applicant.account());
	}

	@Override
	@Transactional
	public void discard(UUID id, Actor applicant) {
		if (!store.discard(id, applicant.account())) {
			Draft draft = submission.find(id, applicant);
			throw new ProblemException(draft.submittedAs() == null ? DossierProblem.DRAFT_NOT_FOUND : DossierProblem.ALREADY_SUBMITTED);
		}
		parts.forget(id);
	}

	@Override
	public List<DraftView> of(Actor applicant) {
		return store.of(applicant.account(), MOST_OPEN).stream().map(this::view).toList();
	}

	private DraftView change(UUID id, Actor applicant, @Nullable Integer expectedVersion, UnaryOperator<Draft> change) {
		return view(changes.change(id, applicant, expectedVersion, change));
	}

	/** What others fill in is not the applicant's to write. */
	private void requireOwn(ServiceVersion service, JsonNode patch) {
		List<FieldProblem> strangers = patch.isObject() ? parts.strangers(service, patch) : List.of();
		if (!strangers.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, underAnswers(strangers));
		}
	}

	static List<FieldProblem> underAnswers(List<FieldProblem> problems) {
		return problems.stream().map(problem -> new FieldProblem("/answers" + problem.pointer(), problem.code(), problem.values())).toList();
	}

	private ServiceVersion.Component component(Draft draft, String componentId) {
		return submission.service(draft).components().stream().filter(component -> component.id().equals(componentId)).findFirst()
			.orElseThrow(() -> new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/component", "dossier.unknown-component"))));
	}

	private DraftView view(Draft draft) {
		return new DraftView(draft.id(), draft.version(), new ProcedureCode(draft.service()), draft.serviceVersion(), draft.answers(), draft.files(), draft.savedAt(),
				draft.submittedAs(), draft.change());
	}

	private Instant now() {
		return StepRecorder.moment(clock);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), ProcessingDeadline.ZONE);
	}

}
