package vn.motcua.onestop.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.MotCuaTest;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierStep;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.notification.Notifications;
import vn.motcua.onestop.Consultation;
import vn.motcua.onestop.Consultations;
import vn.motcua.onestop.Consultations.Question;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.StepKind;
import vn.motcua.onestop.domain.DeskFixture.Desk;

/** One agency asks another for its opinion on a dossier. Decree 61/2018/NĐ-CP art. 19. */
@MotCuaTest
class ConsultationTests extends OnTheDesk {

	@Autowired
	private Consultations consultations;

	@Autowired
	private Notifications notifications;

	@Autowired
	private JdbcTemplate jdbc;

	private Desk other;

	@BeforeEach
	void inWork() {
		other = fixture.desk();
		accepted(DeskFixture.CONSULTING);
	}

	private UUID asked() {
		return consultations.ask(code, question("Công trình có bảo đảm lối cho xe chữa cháy không?", 3), desk.specialist());
	}

	private Question question(String words, int days) {
		return new Question(other.agency().id(), words, days, List.of());
	}

	private void fieldRefused(Question question, String pointer) {
		assertThatThrownBy(() -> consultations.ask(code, question, desk.specialist())).hasMessage("onestop.incomplete")
			.satisfies(refused -> assertThat(((vn.motcua.kernel.problem.ProblemException) refused).fields()).extracting(field -> field.pointer()).contains(pointer));
	}

	@Test
	void theAskedAgencyFindsTheQuestionInItsQueueWithADeadline() {
		UUID id = asked();
		assertThat(consultations.waiting(other.agency().id(), Limit.of(null), null).items()).extracting(Consultation::id).containsExactly(id);
		assertThat(consultations.count(other.agency().id(), Instant.now()).all()).isEqualTo(1);
		Consultation question = consultations.look(id, other.specialist());
		assertThat(question.dueAt()).isAfter(Instant.now()).isBeforeOrEqualTo(dossiers.find(code).orElseThrow().summary().dueAt());
	}

	@Test
	void theAnswerComesBackToTheStepThatAskedAndToWhoAsked() {
		UUID id = asked();
		consultations.answer(id, "Đủ lối cho xe chữa cháy.", List.of(), other.specialist());
		assertThat(consultations.of(code)).singleElement().satisfies(answered -> {
			assertThat(answered.item()).isEqualTo(open(StepKind.CONSULT).id());
			assertThat(answered.answer().opinion()).isEqualTo("Đủ lối cho xe chữa cháy.");
			assertThat(answered.answer().by()).isEqualTo(other.specialist().name());
		});
		assertThat(notifications.inbox(desk.specialist().account(), Limit.of(null), null).items()).extracting(Notifications.Received::template)
			.contains("onestop.notice.opinion");
		assertThat(consultations.waiting(other.agency().id(), Limit.of(null), null).items()).isEmpty();
		act(new DeskAct.Consult(open(StepKind.CONSULT).id(), "Theo ý kiến đã nhận"), desk.specialist());
	}

	@Test
	void theLedgerTellsWhoWasAskedUntilWhenAndThatTheyAnsweredButNotWhat() {
		UUID id = asked();
		consultations.answer(id, "Đủ lối cho xe chữa cháy.", List.of(), other.specialist());
		List<DossierEvent> events = dossiers.events(code).stream()
			.filter(event -> event.type() == DossierEvent.Type.OPINION_ASKED || event.type() == DossierEvent.Type.OPINION_GIVEN).toList();
		assertThat(events).extracting(DossierEvent::type).containsExactly(DossierEvent.Type.OPINION_ASKED, DossierEvent.Type.OPINION_GIVEN);
		assertThat(events.getFirst().detail().path("answerDueAt").asString()).isNotBlank();
		assertThat(events.getLast().agency()).isEqualTo(other.agency().id());
		assertThat(events).noneMatch(event -> event.detail().toString().contains("chữa cháy"));
		assertThat(events).allMatch(event -> event.status() == status());
	}

	@Test
	void theLookOfTheAskedOfficerIsRecordedForTheApplicant() {
		UUID id = asked();
		consultations.look(id, other.specialist());
		assertThat(jdbc.queryForObject("select count(*) from audit.access where object = ? and actor_account = ? and purpose = 'onestop.purpose.lay-y-kien' and subject = ?",
				Integer.class, code.value(), other.specialist().account(), "001085034567")).isEqualTo(1);
	}

	@Test
	void onlyOfficersOfTheAskedAgencySeeAndAnswerIt() {
		UUID id = asked();
		Desk stranger = fixture.desk();
		assertThatThrownBy(() -> consultations.look(id, stranger.specialist())).hasMessage("common.not-found");
		assertThatThrownBy(() -> consultations.answer(id, "x", List.of(), stranger.specialist())).hasMessage("common.not-found");
		assertThatThrownBy(() -> consultations.answer(id, "x", List.of(), desk.specialist())).hasMessage("common.not-found");
		assertThatThrownBy(() -> consultations.look(id, other.receiver())).hasMessage("common.forbidden");
		assertThatThrownBy(() -> officers.look(code, other.specialist(), "x")).as("the dossier itself stays closed to the asked agency").hasMessage("dossier.not-found");
		Actor answering = other.specialist();
		assertThatThrownBy(() -> dossiers.record(code, new DossierStep.GiveOpinion(desk.agency().id(), desk.agency().fullName()), answering)).hasMessage("dossier.not-found");
	}

	@Test
	void onlyWhoWorksOnTheDossierAsks() {
		assertThatThrownBy(() -> consultations.ask(code, question("Có được không?", 3), desk.receiver())).hasMessage("onestop.not-the-step");
		assertThatThrownBy(() -> consultations.ask(code, question("Có được không?", 3), other.specialist())).hasMessage("dossier.not-found");
	}

	@Test
	void namesTheFieldThatIsWrong() {
		fieldRefused(question(" ", 3), "/cau-hoi");
		fieldRefused(question("x".repeat(2001), 3), "/cau-hoi");
		fieldRefused(question("Có được không?", 0), "/so-ngay");
		fieldRefused(new Question(desk.agency().id(), "Có được không?", 3, List.of()), "/co-quan");
		fieldRefused(new Question(other.agency().id(), "Có được không?", 3, List.of(UUID.randomUUID())), "/giay");
	}

	@Test
	void aQuestionSentTwiceIsAskedOnceAndAnsweredOnce() {
		UUID id = asked();
		assertThat(asked()).isEqualTo(id);
		consultations.answer(id, "Đủ lối.", List.of(), other.specialist());
		assertThatThrownBy(() -> consultations.answer(id, "Không đủ.", List.of(), other.specialist())).hasMessage("onestop.not-waiting");
	}

	@Test
	void aQuestionSentTwiceAtOnceIsOneQuestionAndOneEvent() throws Exception {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<UUID>> same = java.util.Collections.nCopies(4, this::asked);
			assertThat(threads.invokeAll(same).stream().map(Future::resultNow).distinct()).hasSize(1);
		}
		assertThat(consultations.of(code)).hasSize(1);
		assertThat(dossiers.events(code)).filteredOn(event -> event.type() == DossierEvent.Type.OPINION_ASKED).hasSize(1);
	}

	@Test
	void theConsultingStepWaitsForWhoStillHasTime() {
		asked();
		refused(new DeskAct.Consult(open(StepKind.CONSULT).id(), "Đạt"), desk.specialist(), "onestop.opinion-awaited");
		jdbc.update("update onestop.consultation set due_at = now() - interval '1 hour' where dossier_code = ?", code.value());
		act(new DeskAct.Consult(open(StepKind.CONSULT).id(), "Quá hạn không trả lời"), desk.specialist());
	}

	@Test
	void aDossierThatEndsNeedsNoAnswer() {
		UUID id = asked();
		dossiers.record(code, new DossierStep.Withdraw("Người nộp xin rút"), Actor.platform());
		assertThat(consultations.waiting(other.agency().id(), Limit.of(null), null).items()).isEmpty();
		assertThatThrownBy(() -> consultations.answer(id, "Muộn", List.of(), other.specialist())).hasMessage("onestop.not-waiting");
	}

}
