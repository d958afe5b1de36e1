package vn.motcua;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.BeanFactory;

import vn.motcua.dossier.BirthRegistration;
import vn.motcua.dossier.DossierStep.SupplementItem;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Drafts;
import vn.motcua.file.Files;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.OfficerDesk;
import vn.motcua.onestop.StepKind;
import vn.motcua.onestop.WorkItem;

/** Birth registrations that Lan files and Hàng Bạc ward handles, brought as far as a test wants by the contracts. */
public final class DossierCourse {

	public final Actor lan;

	public final Actor officer;

	public final Actor leader;

	private final Drafts drafts;

	private final Dossiers dossiers;

	private final Files files;

	private final Accounts accounts;

	private final OfficerDesk desk;

	public DossierCourse(BeanFactory program) {
		this.drafts = program.getBean(Drafts.class);
		this.dossiers = program.getBean(Dossiers.class);
		this.files = program.getBean(Files.class);
		this.accounts = program.getBean(Accounts.class);
		this.desk = program.getBean(OfficerDesk.class);
		this.lan = actor("lan");
		this.officer = actor("canbo.hoankiem");
		this.leader = actor("lanhdao.hoankiem");
	}

	public Actor actor(String login) {
		return accounts.actor(accounts.findByLogin(login).orElseThrow().id());
	}

	public UUID draft() {
		return drafts.open(lan, BirthRegistration.CODE, BirthRegistration.answers()).id();
	}

	public DossierCode submitted() {
		UUID id = draft();
		for (String paper : List.of("birth-notice", "marriage-certificate")) {
			drafts.attach(id, lan, paper, files.store(new ByteArrayInputStream(BirthRegistration.PDF), paper + ".pdf", Files.Acceptance.ANY));
		}
		return drafts.submit(id, lan).code();
	}

	/** Accepted, and the fee paid. */
	public DossierCode accepted() {
		DossierCode code = submitted();
		DossierView dossier = desk.act(code, new DeskAct.Accept(null), officer);
		if (dossier.summary().status().paused()) {
			desk.act(code, new DeskAct.TakeFee("tien-mat"), officer);
		}
		return code;
	}

	public DossierCode unclear() {
		DossierCode code = accepted();
		desk.act(code, new DeskAct.AskSupplement(List.of(new SupplementItem("birth-notice", "Bản chụp mờ")), "Không đọc được"), officer);
		return code;
	}

	public DossierCode signed() {
		DossierCode code = accepted();
		WorkItem work = desk.open(code).getFirst();
		while (work.kind() != StepKind.SIGN) {
			WorkItem item = work;
			boolean proposes = desk.steps(dossiers.find(code).orElseThrow()).stream().anyMatch(step -> step.id().equals(item.stepId()) && step.proposes());
			desk.act(code, proposes ? new DeskAct.Propose(item.id(), true, "Đủ điều kiện") : new DeskAct.Finish(item.id(), null), officer);
			work = desk.open(code).getFirst();
		}
		desk.act(code, new DeskAct.Sign(), leader);
		return code;
	}

}
