package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.BirthRegistration;
import vn.motcua.dossier.CoSigners;
import vn.motcua.dossier.CoSigning;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.InviteSigner;
import vn.motcua.dossier.OpenDrafts;
import vn.motcua.dossier.SharedHouse;
import vn.motcua.file.Files;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;

/** Minh's application for a house that Lan and Hưng own with him, and what tests of signing it together do again and again. */
abstract class HouseOfThreeOwners {

	@Autowired
	BeanFactory program;

	@Autowired
	Accounts accounts;

	@Autowired
	Drafts drafts;

	@Autowired
	CoSigners signers;

	@Autowired
	CoSigning signing;

	@Autowired
	Files files;

	@Autowired
	JdbcTemplate jdbc;

	Actor minh;

	Actor lan;

	Actor hung;

	UUID draft;

	@BeforeEach
	void aHouseOfThreeOwners() {
		minh = actor("minh");
		lan = actor("lan");
		hung = actor("hung");
		leaveNoDrafts();
		open();
		for (String component : new String[] { "land-certificate", "drawings" }) {
			attach(component);
		}
	}

	@AfterEach
	void leaveNoDrafts() {
		OpenDrafts.discard(program, minh);
	}

	void open() {
		draft = drafts.open(minh, SharedHouse.CODE, SharedHouse.answers()).id();
	}

	UUID signs(int place, Actor who) {
		UUID id = accepts(place, who);
		signing.patch(id, who, json("{\"agrees\": true}"));
		signing.sign(id, who, signing.get(id, who).digest());
		return id;
	}

	UUID accepts(int place, Actor who) {
		return signing.accept(invites(place, null), who);
	}

	String invites(int place, String subject) {
		return token(signers.invite(draft, minh, new InviteSigner("co_owner", place, "Đồng sở hữu", subject, null)));
	}

	static String token(CoSigners.Link link) {
		return link.path().substring("/ky/".length());
	}

	void attach(String component) {
		byte[] paper = java.util.Arrays.copyOf(BirthRegistration.PDF, BirthRegistration.PDF.length + drafts.get(draft, minh).files().size());
		drafts.attach(draft, minh, component, files.store(new java.io.ByteArrayInputStream(paper), component + ".pdf", Files.Acceptance.ANY));
	}

	Actor actor(String login) {
		return accounts.actor(accounts.findByLogin(login).orElseThrow().id());
	}

	static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String code) {
		assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.code().code()).isEqualTo(code));
	}

	static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
