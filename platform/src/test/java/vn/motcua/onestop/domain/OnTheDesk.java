package vn.motcua.onestop.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.flowable.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.Dossiers;
import vn.motcua.file.Files;
import vn.motcua.file.Signatures;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.DeskQueue;
import vn.motcua.onestop.OfficerDesk;
import vn.motcua.onestop.StepKind;
import vn.motcua.onestop.WorkItem;
import vn.motcua.onestop.WorkQueue;
import vn.motcua.onestop.WorkQueue.Query;
import vn.motcua.onestop.domain.DeskFixture.Desk;

/** A dossier on the desk of a commune, and what its tests ask again and again. */
abstract class OnTheDesk {

	@Autowired
	BeanFactory program;

	DeskFixture fixture;

	@Autowired
	OfficerDesk officers;

	@Autowired
	WorkQueue queues;

	@Autowired
	Dossiers dossiers;

	@Autowired
	RuntimeService runtime;

	@Autowired
	Files files;

	@Autowired
	Signatures signatures;

	@Autowired
	TransactionTemplate transaction;

	Desk desk;

	DossierCode code;

	@BeforeEach
	void openTheDesk() {
		fixture = new DeskFixture(program);
		desk = fixture.desk();
	}

	void enter(ProcedureCode service) {
		code = fixture.enter(desk, service);
	}

	void act(DeskAct act, Actor officer) {
		officers.act(code, act, officer);
	}

	void refused(DeskAct act, Actor officer, String problem) {
		assertThatThrownBy(() -> act(act, officer)).hasMessage(problem);
	}

	WorkItem only() {
		assertThat(officers.open(code)).hasSize(1);
		return officers.open(code).getFirst();
	}

	WorkItem open(StepKind kind) {
		return officers.open(code).stream().filter(item -> item.kind() == kind).findFirst().orElseThrow();
	}

	DossierStatus status() {
		return dossiers.find(code).orElseThrow().summary().status();
	}

	List<DossierCode> queue(DeskQueue queue) {
		return queues.items(desk.agency().id(), Query.of(queue), Limit.of(null), null).items().stream().map(WorkItem::code).toList();
	}

	boolean running() {
		return runtime.createProcessInstanceQuery().processInstanceBusinessKey(code.value()).count() == 1;
	}

	void accepted(ProcedureCode service) {
		enter(service);
		act(new DeskAct.Accept(null), desk.receiver());
	}

	void proposed(ProcedureCode service) {
		accepted(service);
		act(new DeskAct.Finish(only().id(), "Đủ điều kiện"), desk.specialist());
		act(new DeskAct.Propose(only().id(), true, "Đề nghị cấp"), desk.specialist());
	}

}
