package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Results;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.problem.ProblemException;

@MotCuaTest
class StepsTests {

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private Results results;

	@Autowired
	private LedgerStore store;

	@Autowired
	private DossierCodes codes;

	@Autowired
	private Holders holders;

	@Autowired
	private Catalogue catalogue;

	@Autowired
	private Agencies agencies;

	@Autowired
	private AuditTrail audit;

	private Actor lan;

	private Actor officer;

	private Actor leader;

	private DossierCode code;

	@BeforeEach
	void submit() {
		LocalDate today = LocalDate.now(ProcessingDeadline.ZONE);
		ServiceVersion service = catalogue.all(today).getFirst();
		Agency agency = agencies.children(agencies.findByCode(Agency.Level.PROVINCE, "01", today).orElseThrow().id(), Agency.Level.COMMUNE, today).getFirst();
		lan = new Actor(Actor.Kind.CITIZEN, UUID.randomUUID(), "Nguyễn Thị Lan", "001" + (100_000_000 + Math.abs(UUID.randomUUID().hashCode() % 899_999_999)), null,
				Set.of(Permission.APPLY));
		officer = officer(agency.id(), Permission.DOSSIER_VIEW, Permission.DOSSIER_RECEIVE, Permission.DOSSIER_PROCESS, Permission.FEE_COLLECT);
		leader = officer(agency.id(), Permission.DOSSIER_VIEW, Permission.DOSSIER_SIGN, Permission.LEDGER_CORRECT);
		code = codes.next(agency, today);
		Instant at = StepRecorder.moment(java.time.Clock.systemUTC());
		Details.Submitted detail = new Details.Submitted(service.code().value(), service.id(), service.cases().getFirst().id(),
				new TimeLimit(10, TimeLimit.Unit.WORKING_DAY), new DossierState.Applicant(lan.account(), lan.subject(), lan.name(), null, null), null,
				LedgerJson.readObject("{\"name\":\"An\"}"), List.of(), List.of(), List.of(), holders.receiving(at), null);
		DossierEvent event = new DossierEvent(0, code, 1, Type.SUBMITTED, DossierStatus.SUBMITTED, at, at, lan.kind(), lan.account(), lan.name(), agency.id(),
				Channel.ONLINE, null, LedgerJson.object(detail));
		store.enter(lan.account(), code.value(), "", event, Fold.fold(null, event)).orElseThrow();
	}

	private static Actor officer(AgencyId agency, Permission... permissions) {
		return new Actor(Actor.Kind.OFFICER, UUID.randomUUID(), "Phạm Thu Hà", null, agency, Set.of(permissions));
	}

	private DossierView step(DossierStep step, Actor actor) {
		return dossiers.record(code, step, actor);
	}

	private void refused(DossierStep step, Actor actor, String problem) {
		assertThatThrownBy(() -> step(step, actor)).isInstanceOf(ProblemException.class).hasMessage(problem);
	}

	private DossierView processing() {
		step(new DossierStep.Accept(null), officer);
		return step(new DossierStep.Process(LocalizedText.same("Thẩm định")), officer);
	}

	private static DossierStep.RequestSupplement supplement() {
		return new DossierStep.RequestSupplement(List.of(new DossierStep.SupplementItem("birth-notice", "Bản chụp mờ")), "Không đọc được");
	}

	@Test
	void acceptancePromisesADate() {
		DossierView accepted = step(new DossierStep.Accept(null), officer);
		assertThat(accepted.summary().dueAt()).isAfter(Instant.now().plus(Duration.ofDays(10)));
		assertThat(accepted.summary().holder().role()).isEqualTo("DOSSIER_PROCESS");
	}

	@Test
	void refusesDecisionBeforeAcceptance() {
		refused(new DossierStep.Complete(UUID.randomUUID(), "1", true, null), leader, "dossier.move-not-allowed");
	}

	@Test
	void anotherAgencysDossierDoesNotExist() {
		Actor stranger = officer(new AgencyId(officer.agency().value() + 1), Permission.DOSSIER_VIEW, Permission.DOSSIER_RECEIVE);
		refused(new DossierStep.Accept(null), stranger, "dossier.not-found");
		Actor hung = new Actor(Actor.Kind.CITIZEN, UUID.randomUUID(), "Hùng", "001090012764", null, Set.of(Permission.APPLY));
		assertThatThrownBy(() -> dossiers.get(code, hung, "x")).hasMessage("dossier.not-found");
	}

	@Test
	void refusesWhoeverMayNot() {
		refused(new DossierStep.Accept(null), leader, "common.forbidden");
		refused(new DossierStep.Correct(DossierStatus.STOPPED, "Nhầm"), officer, "common.forbidden");
	}

	/** Decree 63/2010/NĐ-CP art. 20(4). */
	@Test
	void asksForSupplementsTwiceAtMostAndOneAtATime() {
		processing();
		step(supplement(), officer);
		refused(supplement(), officer, "dossier.move-not-allowed");
		step(new DossierStep.AnswerSupplement(List.of(), null), lan);
		step(supplement(), officer);
		step(new DossierStep.AnswerSupplement(List.of(), null), lan);
		refused(supplement(), officer, "dossier.supplement-limit");
	}

	@Test
	void supplementIsHeldByTheApplicantAndGoesBackToWhoHadIt() {
		processing();
		UUID owner = UUID.randomUUID();
		step(new DossierStep.Assign(new DossierStep.Holder(owner, "Hoàng Đức Thịnh", "DOSSIER_PROCESS", LocalizedText.same("Thẩm định"), null)), officer);
		assertThat(step(supplement(), officer).summary().holder().owner()).isEqualTo(lan.account());
		assertThat(step(new DossierStep.AnswerSupplement(List.of(), null), lan).summary().holder().owner()).isEqualTo(owner);
	}

	@Test
	void refusesWithoutReason() {
		refused(new DossierStep.Refuse(" "), officer, "dossier.reason-missing");
	}

	/** Decree 61/2018/NĐ-CP art. 19(9). */
	@Test
	void reschedulesOnceToALaterMoment() {
		Instant due = processing().summary().dueAt();
		refused(new DossierStep.Reschedule(due.minusSeconds(60), "Chờ ý kiến"), officer, "common.fields");
		assertThat(step(new DossierStep.Reschedule(due.plusSeconds(86_400), "Chờ ý kiến"), officer).summary().dueAt()).isEqualTo(due.plusSeconds(86_400));
		refused(new DossierStep.Reschedule(due.plusSeconds(200_000), "Chờ ý kiến"), officer, "dossier.reschedule-limit");
	}

	@Test
	void applicantWithdrawsOnlyBeforeCompletion() {
		processing();
		step(new DossierStep.Complete(UUID.randomUUID(), "12/GXN", true, null), leader);
		refused(new DossierStep.Withdraw(null), lan, "dossier.move-not-allowed");
	}

	@Test
	void everyOpenStateHasAnOwnerAndADeadline() {
		for (DossierStep step : List.of(new DossierStep.Accept(null), new DossierStep.Process(LocalizedText.same("a")), new DossierStep.RequestPayment(1000),
				new DossierStep.RecordPayment(1000, "cash", "1"), supplement(), new DossierStep.AnswerSupplement(List.of(), null))) {
			DossierView view = step(step, step instanceof DossierStep.AnswerSupplement ? lan : officer);
			assertThat(view.summary().holder()).isNotNull();
			assertThat(view.summary().holder().stepDueAt()).isNotNull();
		}
		assertThat(step(new DossierStep.Withdraw(null), lan).summary().holder()).isNull();
	}

	@Test
	void correctionNeedsAReasonAndStaysVisible() {
		refused(new DossierStep.Correct(DossierStatus.STOPPED, ""), leader, "dossier.reason-missing");
		step(new DossierStep.Correct(DossierStatus.STOPPED, "Nhập nhầm"), leader);
		assertThat(dossiers.events(code)).last().satisfies(event -> {
			assertThat(event.type()).isEqualTo(Type.CORRECTED);
			assertThat(event.reason()).isEqualTo("Nhập nhầm");
		});
	}

	@Test
	void strangerVerifiesAResultUntilItIsRevoked() {
		processing();
		String token = results.newToken(code);
		step(new DossierStep.Complete(UUID.randomUUID(), "12/GXN", true, null, token), leader);
		assertThat(results.verify(token)).hasValueSatisfying(result -> {
			assertThat(result.signerName()).isEqualTo(leader.name());
			assertThat(result.result().revokedAt()).isNull();
		});
		step(new DossierStep.RevokeResult("Sai họ tên"), leader);
		assertThat(results.verify(token)).hasValueSatisfying(result -> assertThat(result.revocationReason()).isEqualTo("Sai họ tên"));
		assertThat(results.verify(token.substring(0, token.length() - 1) + (token.endsWith("x") ? "y" : "x"))).isEmpty();
	}

	@Test
	void officersLookIsRecordedForThePersonConcerned() {
		dossiers.get(code, officer, "Kiểm tra thành phần hồ sơ");
		dossiers.get(code, lan, "own");
		assertThat(audit.ofPerson(lan, Limit.of(null), null).items()).singleElement().satisfies(entry -> {
			assertThat(entry.action()).isEqualTo(AuditAction.DOSSIER_VIEWED);
			assertThat(entry.actorAccount()).isEqualTo(officer.account());
		});
	}

	/** Anybody can type anybody's personal number when registering online. */
	@Test
	void aNumberThatNobodyCheckedOpensNothing() {
		Actor other = new Actor(Actor.Kind.CITIZEN, UUID.randomUUID(), "Nguyễn Thị Lan", lan.subject(), null, Set.of(Permission.APPLY));
		assertThatThrownBy(() -> dossiers.get(code, other, "own")).hasMessage("dossier.not-found");
		assertThat(dossiers.ofApplicant(other, Limit.of(1), null).items()).isEmpty();
		dossiers.get(code, officer, "Kiểm tra thành phần hồ sơ");
		assertThat(audit.ofPerson(other, Limit.of(null), null).items()).isEmpty();
	}

	@Test
	void applicantSeesOwnDossiersNewestFirst() {
		assertThat(dossiers.ofApplicant(lan, Limit.of(1), null).items()).singleElement().satisfies(summary -> assertThat(summary.code()).isEqualTo(code));
	}

}
