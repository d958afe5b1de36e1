package vn.motcua.onestop.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.MotCuaTest;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.LedgerAppend;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.DeskQueue;

/** On 01/07/2025 communes were merged: what their predecessors had open is worked on by the commune that answers for them. */
@MotCuaTest
class SuccessorTests extends OnTheDesk {

	private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);

	@Autowired
	private Agencies agencies;

	@Autowired
	private LedgerAppend ledger;

	@Autowired
	private JdbcTemplate jdbc;

	private Agency predecessor() {
		return agencies.answering(desk.agency().id(), BEFORE).stream().filter(agency -> !agency.id().equals(desk.agency().id()))
			.filter(agency -> agencies.answering(agency.id(), LocalDate.now()).getFirst().id().equals(desk.agency().id())).findFirst().orElseThrow();
	}

	/** A desk whose commune came from others. */
	private void mergedDesk() {
		while (agencies.answering(desk.agency().id(), BEFORE).stream()
			.noneMatch(agency -> !agency.id().equals(desk.agency().id()) && agencies.answering(agency.id(), LocalDate.now()).getFirst().id().equals(desk.agency().id()))) {
			desk = fixture.desk();
		}
	}

	/** A dossier of a commune that is no more, as the ledger has it. */
	private void handedInBeforeTheMerger(Agency predecessor) {
		enter(DeskFixture.PLAIN);
		DossierEvent sample = dossiers.events(code).getFirst();
		String of = predecessor.exchangeCode() + code.value().substring(code.value().indexOf('-'));
		code = new DossierCode(of);
		ledger.append(List.of(new DossierEvent(0, code, 1, sample.type(), sample.status(), sample.at(), sample.at(), sample.actorKind(), sample.actorAccount(),
				sample.actorName(), predecessor.id(), sample.channel(), null, sample.detail())));
		RunningProcesses processes = program.getBean(RunningProcesses.class);
		transaction.executeWithoutResult(_ -> processes.start(dossiers.find(code).orElseThrow()));
	}

	@Test
	void officersOfTheSuccessorReceiveAndDecideWhatThePredecessorHadOpen() {
		mergedDesk();
		handedInBeforeTheMerger(predecessor());
		DossierCode before = code;
		assertThat(queue(DeskQueue.TO_RECEIVE)).contains(code);
		act(new DeskAct.Accept(null), desk.receiver());
		act(new DeskAct.Finish(only().id(), "Đủ điều kiện"), desk.specialist());
		act(new DeskAct.Propose(only().id(), true, "Đề nghị cấp"), desk.specialist());
		act(new DeskAct.Sign(), desk.leader());
		assertThat(status()).isEqualTo(DossierStatus.COMPLETED);
		assertThat(dossiers.find(before).orElseThrow().summary().code()).isEqualTo(before);
		assertThat(signatures.verify(files.open(dossiers.find(code).orElseThrow().result().file())))
			.anySatisfy(signature -> assertThat(signature.agencyName()).isEqualTo(desk.agency().fullName().vi()));
	}

	@Test
	void openWorkGoesIntoTheQueueOfTheSuccessorOnTheDayOfTheMerger() {
		mergedDesk();
		Agency predecessor = predecessor();
		handedInBeforeTheMerger(predecessor);
		jdbc.update("update onestop.work_item set agency = ? where dossier_code = ?", predecessor.id().value(), code.value());
		assertThat(queue(DeskQueue.TO_RECEIVE)).doesNotContain(code);
		assertThat(program.getBean(Inheritance.class).handOver()).isPositive();
		assertThat(queue(DeskQueue.TO_RECEIVE)).contains(code);
	}

	@Test
	void officersOfAnotherAgencyStillDoNotFindIt() {
		mergedDesk();
		handedInBeforeTheMerger(predecessor());
		Actor stranger = DeskFixture.officer("Người lạ", fixture.desk().agency(), Permission.DOSSIER_RECEIVE);
		assertThatThrownBy(() -> officers.look(code, stranger, "x")).hasMessage("dossier.not-found");
	}

}
