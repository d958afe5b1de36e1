package vn.motcua.onestop.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import vn.motcua.MotCuaTest;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.kernel.Actor;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.StepKind;
import vn.motcua.onestop.WorkItem;

@MotCuaTest
class DeskCourseTests extends OnTheDesk {

	@Test
	void consultationRunsBesideTheExamination() {
		accepted(DeskFixture.CONSULTING);
		assertThat(officers.open(code)).hasSize(2).extracting(WorkItem::dueAt).doesNotHaveDuplicates();
		act(new DeskAct.Consult(open(StepKind.CONSULT).id(), "Đạt yêu cầu"), desk.specialist());
		assertThat(only().kind()).isEqualTo(StepKind.PROCESS);
		act(new DeskAct.Finish(only().id(), null), desk.specialist());
		assertThat(only().kind()).isEqualTo(StepKind.PROPOSE);
		assertThat(officers.papers(code).notes()).extracting(note -> note.words()).containsExactly("Đạt yêu cầu");
	}

	@Test
	void theLeaderGivesADossierBackToTheSpecialistWhoProposed() {
		proposed(DeskFixture.PLAIN);
		act(new DeskAct.SendBack("Thiếu căn cứ"), desk.leader());
		assertThat(only().kind()).isEqualTo(StepKind.PROPOSE);
		assertThat(only().owner()).isEqualTo(desk.specialist().account());
		act(new DeskAct.Propose(only().id(), false, "Không đủ điều kiện"), desk.specialist());
		act(new DeskAct.Sign(), desk.leader());
		assertThat(dossiers.find(code).orElseThrow().result().granted()).isFalse();
	}

	@Test
	void theLeaderGivesADossierBackWhereTheProcessNamesNoWay() {
		accepted(DeskFixture.CONSULTING);
		act(new DeskAct.Consult(open(StepKind.CONSULT).id(), "Đạt"), desk.specialist());
		act(new DeskAct.Finish(only().id(), null), desk.specialist());
		act(new DeskAct.Propose(only().id(), true, "Cấp"), desk.specialist());
		act(new DeskAct.SendBack("Xem lại"), desk.leader());
		assertThat(only().kind()).isEqualTo(StepKind.PROPOSE);
	}

	@Test
	void aStepAColleagueHoldsIsTakenOverFirst() {
		accepted(DeskFixture.PLAIN);
		Actor colleague = DeskFixture.officer("Đỗ Minh", desk.agency(), vn.motcua.kernel.access.Permission.DOSSIER_PROCESS);
		act(new DeskAct.Claim(only().id()), colleague);
		refused(new DeskAct.Finish(only().id(), null), desk.specialist(), "onestop.held-by-other");
		act(new DeskAct.Claim(only().id()), desk.specialist());
		act(new DeskAct.Finish(only().id(), null), desk.specialist());
	}

	@Test
	void aCorrectionPutsTheProcessWhereTheStatusSays() {
		accepted(DeskFixture.PLAIN);
		act(new DeskAct.Stop("Không bổ sung"), desk.specialist());
		assertThat(running()).isFalse();
		act(new DeskAct.Correct(DossierStatus.PROCESSING, "Dừng nhầm hồ sơ"), desk.leader());
		assertThat(only().kind()).isEqualTo(StepKind.PROCESS);
		assertThat(running()).isTrue();
		act(new DeskAct.Finish(only().id(), null), desk.specialist());
		assertThat(only().kind()).isEqualTo(StepKind.PROPOSE);
	}

	/** The step of the process and the event of the ledger are one transaction: neither stands without the other. */
	@Test
	void whatFailsHalfWayLeavesNothingBehind() {
		accepted(DeskFixture.PLAIN);
		WorkItem before = only();
		List<DossierEvent> events = dossiers.events(code);
		assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
			act(new DeskAct.Finish(before.id(), "x"), desk.specialist());
			throw new IllegalStateException("killed");
		})).hasMessage("killed");
		assertThat(only()).isEqualTo(before);
		assertThat(dossiers.events(code)).hasSameSizeAs(events);
		act(new DeskAct.Finish(before.id(), "x"), desk.specialist());
		assertThat(only().kind()).isEqualTo(StepKind.PROPOSE);
	}

	@Test
	void theSameStepIsNotFinishedTwice() {
		accepted(DeskFixture.PLAIN);
		WorkItem step = only();
		act(new DeskAct.Finish(step.id(), null), desk.specialist());
		refused(new DeskAct.Finish(step.id(), null), desk.specialist(), "onestop.not-the-step");
	}

}
