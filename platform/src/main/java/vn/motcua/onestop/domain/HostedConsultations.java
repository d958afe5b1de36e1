package vn.motcua.onestop.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.notification.Message;
import vn.motcua.notification.Notifications;
import vn.motcua.onestop.Consultation;
import vn.motcua.onestop.Consultations;
import vn.motcua.onestop.OfficerDesk;
import vn.motcua.onestop.OnestopProblem;
import vn.motcua.onestop.WorkItem;
import vn.motcua.onestop.WorkQueue;
import vn.motcua.site.Page;

/** Questions to other agencies, between the desks of the platform. The ledger's row is locked first, as in every act; questions on one dossier are
 * asked one after the other, so that one sent twice is found. */
@Service
public class HostedConsultations implements Consultations {

	private static final String PURPOSE = "onestop.purpose.lay-y-kien";

	private final OfficerDesk desk;

	private final Dossiers dossiers;

	private final ConsultationStore store;

	private final QuestionRules rules;

	private final StepDeadlines deadlines;

	private final Stewards stewards;

	private final Agencies agencies;

	private final AuditTrail audit;

	private final Notifications notifications;

	private final Clock clock;

	HostedConsultations(OfficerDesk desk, Dossiers dossiers, ConsultationStore store, QuestionRules rules, StepDeadlines deadlines, Stewards stewards,
			Agencies agencies, AuditTrail audit, Notifications notifications, Clock clock) {
		this.desk = desk;
		this.dossiers = dossiers;
		this.store = store;
		this.rules = rules;
		this.deadlines = deadlines;
		this.stewards = stewards;
		this.agencies = agencies;
		this.audit = audit;
		this.notifications = notifications;
		this.clock = clock;
	}

	@Override
	@Transactional
	public UUID ask(DossierCode code, Question question, Actor officer) {
		DossierView dossier = desk.find(code, officer);
		store.lock(code);
		WorkItem item = askingStep(code, officer).orElseThrow(() -> new ProblemException(OnestopProblem.NOT_THE_STEP));
		List<Consultation> waiting = store.of(code).stream().filter(Consultation::waiting).toList();
		Optional<Consultation> same = waiting.stream().filter(one -> one.asked().equals(question.asked()) && one.question().equals(question.words().strip())).findFirst();
		if (same.isPresent()) {
			return same.get().id();
		}
		Agency asked = rules.require(dossier, question, waiting.size(), officer);
		Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
		Instant due = deadlines.ofQuestion(question.workingDays(), dossier.summary().dueAt());
		Agency asking = agencies.get(Stewards.acting(officer.agency(), dossier.summary().agency()), now.atZone(Page.ZONE).toLocalDate());
		Consultation consultation = new Consultation(UUID.randomUUID(), code, item.id(), asking.id(), asking.fullName(), officer.account(), officer.name(), asked.id(),
				asked.fullName(), dossier.summary().serviceName(), dossier.summary().applicantName(), question.words().strip(), question.papers(), now, due, null, null);
		dossiers.record(code, new DossierStep.AskOpinion(asked.id(), asked.fullName(), due), officer);
		store.insert(consultation);
		return consultation.id();
	}

	@Override
	public boolean mayAsk(DossierCode code, Actor officer) {
		return askingStep(code, officer).isPresent();
	}

	@Override
	public List<Consultation> of(DossierCode code) {
		return store.of(code);
	}

	@Override
	public Slice<Consultation> waiting(AgencyId agency, Limit limit, @Nullable String after) {
		return store.waiting(agency, limit, after);
	}

	@Override
	public WorkQueue.Count count(AgencyId agency, Instant now) {
		return store.count(agency, now);
	}

	@Override
	@Transactional
	public Consultation look(UUID id, Actor officer) {
		Consultation consultation = asked(id, officer);
		String subject = dossiers.find(consultation.code()).map(DossierView::applicantSubject).orElse(null);
		audit.record(new AccessRecord(officer, AuditAction.DOSSIER_VIEWED, consultation.code().value(), subject, PURPOSE));
		return consultation;
	}

	@Override
	public Consultation get(UUID id, Actor officer) {
		return found(id, officer, one -> stewards.reaches(officer.agency(), one.asked()) || stewards.reaches(officer.agency(), one.asking()));
	}

	@Override
	@Transactional
	public void answer(UUID id, String opinion, List<UUID> files, Actor officer) {
		Consultation consultation = asked(id, officer);
		rules.requireAnswer(opinion, files.size());
		if (!consultation.waiting()) {
			throw new ProblemException(OnestopProblem.NOT_WAITING);
		}
		AgencyId answering = Stewards.acting(officer.agency(), consultation.asked());
		dossiers.record(consultation.code(), new DossierStep.GiveOpinion(answering, consultation.askedName()), officer);
		if (!store.answer(id, officer, opinion.strip(), files, clock.instant())) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
		notifications.send(new Message("consultation:" + id, consultation.askedBy(), null, null, "onestop.notice.opinion",
				Map.of("code", consultation.code().value(), "agency", consultation.askedName().vi(), "agencyEn", consultation.askedName().en()),
				"/mot-cua/ho-so/" + consultation.code().value() + "#y-kien"));
	}

	/** The step at which an officer may ask: the one of consultation where there is one, else the one in work. */
	private Optional<WorkItem> askingStep(DossierCode code, Actor officer) {
		if (!officer.may(Permission.DOSSIER_PROCESS)) {
			return Optional.empty();
		}
		return desk.open(code).stream().filter(item -> item.role() == Permission.DOSSIER_PROCESS)
			.filter(item -> item.owner() == null || item.owner().equals(officer.account()))
			.min(java.util.Comparator.comparing((WorkItem item) -> item.kind() != vn.motcua.onestop.StepKind.CONSULT));
	}

	private Consultation asked(UUID id, Actor officer) {
		return found(id, officer, one -> stewards.reaches(officer.agency(), one.asked()));
	}

	private Consultation found(UUID id, Actor officer, java.util.function.Predicate<Consultation> reached) {
		if (!officer.may(Permission.DOSSIER_PROCESS)) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		return store.find(id).filter(reached).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

}
