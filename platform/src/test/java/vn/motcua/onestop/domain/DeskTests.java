package vn.motcua.onestop.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.motcua.MotCuaTest;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierStep.SupplementItem;
import vn.motcua.dossier.DossierView;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.DeskAct.Kind;
import vn.motcua.onestop.DeskQueue;
import vn.motcua.onestop.DossierPapers;
import vn.motcua.onestop.WorkQueue.Query;
import vn.motcua.onestop.domain.DeskFixture.Desk;

@MotCuaTest
class DeskTests extends OnTheDesk {

	@Test
	void aDossierGoesThroughTheDefaultProcessFromReceiptToHandOver() {
		enter(DeskFixture.PLAIN);
		assertThat(queue(DeskQueue.TO_RECEIVE)).containsExactly(code);
		assertThat(running()).isTrue();
		act(new DeskAct.Accept(null), desk.receiver());
		assertThat(status()).isEqualTo(DossierStatus.ACCEPTED);
		assertThat(queue(DeskQueue.IN_WORK)).containsExactly(code);
		act(new DeskAct.Claim(only().id()), desk.specialist());
		assertThat(status()).isEqualTo(DossierStatus.PROCESSING);
		act(new DeskAct.Finish(only().id(), "Đủ điều kiện"), desk.specialist());
		act(new DeskAct.Propose(only().id(), true, "Đề nghị cấp"), desk.specialist());
		assertThat(queue(DeskQueue.TO_SIGN)).containsExactly(code);
		act(new DeskAct.Sign(), desk.leader());
		assertThat(status()).isEqualTo(DossierStatus.COMPLETED);
		assertThat(queue(DeskQueue.TO_RETURN)).containsExactly(code);
		act(new DeskAct.HandOver("tai-quay"), desk.receiver());
		assertThat(status()).isEqualTo(DossierStatus.RETURNED);
		assertThat(officers.open(code)).isEmpty();
		assertThat(running()).isFalse();
	}

	@Test
	void theResultIsSignedByTheLeaderAndByTheAgency() {
		proposed(DeskFixture.PLAIN);
		act(new DeskAct.Sign(), desk.leader());
		var result = dossiers.find(code).orElseThrow().result();
		assertThat(result.granted()).isTrue();
		assertThat(result.number()).matches("\\d+/\\d{4}");
		assertThat(signatures.verify(files.open(result.file()))).hasSize(2)
			.allSatisfy(signature -> assertThat(signature.intact()).isTrue())
			.anySatisfy(signature -> assertThat(signature.signerName()).isEqualTo(desk.leader().name()));
	}

	@Test
	void theLedgerKnowsWhoHoldsTheDossierAndUntilWhen() {
		accepted(DeskFixture.PLAIN);
		var group = dossiers.find(code).orElseThrow().summary().holder();
		assertThat(group.owner()).isNull();
		assertThat(group.stepName().vi()).isEqualTo("Thẩm định hồ sơ");
		assertThat(group.stepDueAt()).isEqualTo(only().dueAt());
		act(new DeskAct.Claim(only().id()), desk.specialist());
		assertThat(dossiers.find(code).orElseThrow().summary().holder().ownerName()).isEqualTo(desk.specialist().name());
	}

	@Test
	void refusesDecisionBeforeAcceptance() {
		enter(DeskFixture.PLAIN);
		refused(new DeskAct.Sign(), desk.leader(), "onestop.not-the-step");
		refused(new DeskAct.Finish(only().id(), null), desk.specialist(), "onestop.not-the-step");
		refused(new DeskAct.HandOver("tai-quay"), desk.receiver(), "onestop.not-the-step");
	}

	@Test
	void aRefusedDossierLeavesTheQueueAndEndsItsProcess() {
		enter(DeskFixture.PLAIN);
		act(new DeskAct.Refuse("Không thuộc thẩm quyền"), desk.receiver());
		assertThat(status()).isEqualTo(DossierStatus.REFUSED);
		assertThat(queue(DeskQueue.TO_RECEIVE)).isEmpty();
		assertThat(running()).isFalse();
	}

	@Test
	void aWithdrawnDossierLeavesTheQueue() {
		accepted(DeskFixture.PLAIN);
		dossiers.record(code, new DossierStep.Withdraw("Người nộp xin rút"), Actor.platform());
		assertThat(queue(DeskQueue.IN_WORK)).isEmpty();
		assertThat(running()).isFalse();
		refused(new DeskAct.Finish("0", null), desk.specialist(), "onestop.not-the-step");
	}

	@Test
	void anotherAgencysDossierIsNotFound() {
		enter(DeskFixture.PLAIN);
		Desk other = fixture.desk();
		refused(new DeskAct.Accept(null), other.receiver(), "dossier.not-found");
		assertThatThrownBy(() -> officers.look(code, other.receiver(), "x")).hasMessage("dossier.not-found");
		assertThat(queues.items(other.agency().id(), Query.of(DeskQueue.TO_RECEIVE), Limit.of(null), null).items()).isEmpty();
	}

	@Test
	void onlyWhoMayDoesAnAct() {
		enter(DeskFixture.PLAIN);
		refused(new DeskAct.Accept(null), desk.specialist(), "common.forbidden");
		refused(new DeskAct.Correct(DossierStatus.STOPPED, "x"), desk.receiver(), "common.forbidden");
		assertThat(officers.allowed(dossiers.find(code).orElseThrow(), officers.open(code), desk.receiver())).contains(Kind.ACCEPT, Kind.REFUSE)
			.doesNotContain(Kind.SIGN, Kind.TAKE_FEE, Kind.CORRECT);
	}

	/** Decree 61/2018/NĐ-CP art. 22: paid at the counter, by the cashier only. */
	@Test
	void aFeeDueOnReceiptStopsTheClockUntilTheCashierTakesIt() {
		accepted(DeskFixture.WITH_FEE);
		assertThat(status()).isEqualTo(DossierStatus.PAYMENT_REQUESTED);
		assertThat(queue(DeskQueue.PAYMENT)).containsExactly(code);
		refused(new DeskAct.TakeFee("tien-mat"), desk.receiver(), "common.forbidden");
		assertThat(officers.concerned(code, desk.cashier())).as("a fee that waits is the cashier's work: nobody asks why they look").isTrue();
		act(new DeskAct.TakeFee("tien-mat"), desk.cashier());
		assertThat(status()).isEqualTo(DossierStatus.PROCESSING);
		assertThat(queue(DeskQueue.IN_WORK)).containsExactly(code);
		refused(new DeskAct.TakeFee("tien-mat"), desk.cashier(), "onestop.not-the-step");
	}

	@Test
	void aFeeThatAColleagueHasTakenMeanwhileIsNotTakenAgain() {
		accepted(DeskFixture.WITH_FEE);
		DossierView seen = dossiers.find(code).orElseThrow();
		DeskActs acts = program.getBean(DeskActs.class);
		act(new DeskAct.TakeFee("tien-mat"), desk.cashier());
		for (DeskAct late : List.of(new DeskAct.TakeFee("tien-mat"), new DeskAct.AskFee())) {
			assertThatThrownBy(() -> transaction.executeWithoutResult(status -> acts.perform(seen, officers.open(code), late, desk.cashier(), null)))
				.isInstanceOf(ProblemException.class);
		}
		assertThat(dossiers.find(code).orElseThrow().paidVnd()).isEqualTo(50_000);
	}

	@Test
	void papersAreLookedAtByWhoReceivesOrProcesses() {
		enter(DeskFixture.PLAIN);
		officers.check(code, "paper", DossierPapers.Verdict.OK, "", desk.receiver());
		assertThatThrownBy(() -> officers.check(code, "paper", DossierPapers.Verdict.WRONG, "", desk.cashier())).hasMessage("common.forbidden");
	}

	/** Decree 61/2018/NĐ-CP art. 15.3, Decree 63/2010/NĐ-CP art. 20.4: at most two requests; the clock stands meanwhile. */
	@Test
	void supplementStopsTheClockAndIsAskedAtMostTwice() {
		accepted(DeskFixture.PLAIN);
		Instant due = only().dueAt();
		DeskAct ask = new DeskAct.AskSupplement(List.of(new SupplementItem("paper", "Bản chụp mờ")), "Không đọc được");
		act(ask, desk.receiver());
		assertThat(queue(DeskQueue.SUPPLEMENT)).containsExactly(code);
		assertThat(only().pausedAt()).isNotNull();
		refused(new DeskAct.Finish(only().id(), null), desk.specialist(), "onestop.not-the-step");
		dossiers.record(code, new DossierStep.AnswerSupplement(List.of(), null), Actor.platform());
		assertThat(only().pausedAt()).isNull();
		assertThat(only().queue()).isEqualTo(DeskQueue.IN_WORK);
		assertThat(Duration.between(due, only().dueAt())).isGreaterThanOrEqualTo(Duration.ZERO).isLessThan(Duration.ofHours(1));
		act(ask, desk.specialist());
		dossiers.record(code, new DossierStep.AnswerSupplement(List.of(), null), Actor.platform());
		refused(ask, desk.specialist(), "onestop.not-the-step");
	}

	/** Decree 61/2018/NĐ-CP art. 19.5: consulted units answer side by side, each with its deadline. */

}
