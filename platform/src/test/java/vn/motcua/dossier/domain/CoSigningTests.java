package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.dossier.BirthRegistration;
import vn.motcua.dossier.CoSigner;
import vn.motcua.dossier.CoSigners;
import vn.motcua.dossier.CoSigning;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.InviteSigner;
import vn.motcua.dossier.SharedHouse;
import vn.motcua.dossier.SigningView;
import vn.motcua.file.Files;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** A house on a plot of several owners: nobody files before all have signed, and a signature stands for exactly what was read. */
@MotCuaTest
class CoSigningTests {

	@Autowired
	private Accounts accounts;

	@Autowired
	private Drafts drafts;

	@Autowired
	private CoSigners signers;

	@Autowired
	private CoSigning signing;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private Files files;

	@Autowired
	private org.springframework.jdbc.core.JdbcTemplate jdbc;

	private Actor minh;

	private Actor lan;

	private Actor hung;

	private UUID draft;

	@BeforeEach
	void aHouseOfThreeOwners() {
		minh = actor("minh");
		lan = actor("lan");
		hung = actor("hung");
		drafts.of(minh).forEach(open -> drafts.discard(open.id(), minh));
		draft = drafts.open(minh, SharedHouse.CODE, SharedHouse.answers()).id();
		for (String component : new String[] { "land-certificate", "drawings" }) {
			attach(component);
		}
	}

	@Test
	void cannotBeFiledBeforeEverybodyHasSigned() {
		assertThat(signers.of(draft, minh)).hasSize(2).allMatch(signer -> signer.state(java.time.Instant.now()) == CoSigner.State.NOT_INVITED);
		assertThat(missing()).containsExactly("/signers/co_owner/0", "/signers/co_owner/1");
		signs(0, lan);
		assertThat(missing()).containsExactly("/signers/co_owner/1");
		assertThatThrownBy(() -> drafts.submit(draft, minh)).hasMessageContaining("dossier.incomplete");
		signs(1, hung);
		assertThat(drafts.check(draft, minh)).isEmpty();
		var code = drafts.submit(draft, minh).code();
		JsonNode signatures = dossiers.events(code).getFirst().detail().get("signatures");
		assertThat(signatures).hasSize(2);
		assertThat(signatures.get(0).path("name").asString("")).isEqualTo(lan.name());
		assertThat(signatures.get(0).path("digest").asString("")).matches("[0-9a-f]{64}");
		assertThat(dossiers.find(code).orElseThrow().answers().at("/co_owners/1/name").asString("")).isEqualTo(hung.name());
	}

	@Test
	void theSignerSeesOnlyTheirPartAndWhatTheySign() {
		UUID id = accepts(0, lan);
		assertThat(signing.get(id, lan).answers().at("/co_owners/0/name").asString("")).as("prefilled from their account").isEqualTo(lan.name());
		refused(() -> signing.get(id, hung), "dossier.invitation-not-found");
		refused(() -> drafts.get(draft, lan), "dossier.draft-not-found");
		signing.patch(id, lan, json("{\"share\": \"1/3\", \"agrees\": true}"));
		assertThat(drafts.get(draft, minh).answers().at("/co_owners/0/share").asString("")).isEqualTo("1/3");
		refused(() -> drafts.patch(draft, minh, json("{\"co_owners\": []}"), null), "common.fields");
		refused(() -> drafts.patch(draft, minh, json("{\"inspection\": {\"finding\": \"Đạt\"}}"), null), "common.fields");
	}

	@Test
	void aChangeOfWhatWasSignedVoidsTheSignature() {
		signs(0, lan);
		drafts.patch(draft, minh, json("{\"schedule\": {\"months\": 9}}"), null);
		assertThat(missing()).as("co-owners do not see the schedule").containsExactly("/signers/co_owner/1");
		drafts.patch(draft, minh, json("{\"site\": {\"plot\": \"Thửa 124\"}}"), null);
		assertThat(missing()).contains("/signers/co_owner/0");
		drafts.patch(draft, minh, json("{\"site\": {\"plot\": \"Thửa 123, tờ bản đồ 5G-IV-22\"}}"), null);
		assertThat(missing()).as("changed back is still voided").contains("/signers/co_owner/0");
		UUID id = signers.of(draft, minh).getFirst().invitation().id();
		assertThat(signing.get(id, lan).voidedAt()).isNotNull();
		signing.sign(id, lan, signing.get(id, lan).digest());
		assertThat(missing()).containsExactly("/signers/co_owner/1");
		attach("drawings");
		assertThat(missing()).as("another drawing is another house").contains("/signers/co_owner/0");
		signing.sign(id, lan, signing.get(id, lan).digest());
		signing.patch(id, lan, json("{\"share\": \"1/2\"}"));
		assertThat(signing.get(id, lan).signedAt()).as("changed by the signer").isNull();
	}

	@Test
	void nobodySignsWhatTheyHaveNotRead() {
		UUID id = accepts(0, lan);
		signing.patch(id, lan, json("{\"agrees\": true}"));
		String read = signing.get(id, lan).digest();
		drafts.patch(draft, minh, json("{\"building\": {\"storeys\": 6}}"), null);
		refused(() -> signing.sign(id, lan, read), "dossier.signed-text-changed");
		signing.patch(id, lan, json("{\"agrees\": false}"));
		refused(() -> signing.sign(id, lan, signing.get(id, lan).digest()), "dossier.incomplete");
	}

	@Test
	void aLinkIsForOnePersonAndOnce() {
		String token = invites(0, null);
		refused(() -> signing.accept(token, minh), "dossier.signer-self");
		refused(() -> signing.accept(token.substring(1), lan), "dossier.invitation-not-found");
		UUID id = signing.accept(token, lan);
		assertThat(signing.accept(token, lan)).as("again by the same person").isEqualTo(id);
		refused(() -> signing.accept(token, hung), "dossier.invitation-not-found");
		String second = invites(1, null);
		refused(() -> signing.accept(second, lan), "dossier.signer-twice");
		refused(() -> invites(2, null), "common.fields");
	}

	@Test
	void aLinkForANumberIsForNobodyElse() {
		String token = invites(0, hung.subject());
		refused(() -> signing.accept(token, lan), "dossier.signer-other-person");
		String before = accounts.find(hung.account()).orElseThrow().assurance().name();
		try {
			assured(hung, "BASIC");
			refused(() -> signing.accept(token, hung), "dossier.signer-unverified");
			long told = inbox(hung);
			invites(1, hung.subject());
			assertThat(inbox(hung)).as("no link for whoever opened an account with the number").isEqualTo(told);
			assured(hung, "VERIFIED");
			UUID id = signing.accept(token, hung);
			signing.patch(id, hung, json("{\"agrees\": true}"));
			String digest = signing.get(id, hung).digest();
			assured(hung, "BASIC");
			refused(() -> signing.sign(id, hung, digest), "dossier.signer-unverified");
			assured(hung, "VERIFIED");
			assertThat(signing.sign(id, hung, digest).signedAt()).isNotNull();
		}
		finally {
			assured(hung, before);
		}
	}

	private long inbox(Actor who) {
		Long told = jdbc.queryForObject("select count(*) from notification.inbox where account = ?", Long.class, who.account());
		return told == null ? 0 : told;
	}

	private void assured(Actor who, String assurance) {
		jdbc.update("update identity.account set assurance = ? where id = ?", assurance, who.account());
	}

	@Test
	void remindingMakesANewLinkAndTakingBackEndsIt() {
		String first = invites(0, null);
		UUID id = signers.of(draft, minh).getFirst().invitation().id();
		String second = token(signers.remind(draft, minh, id));
		refused(() -> signing.accept(first, lan), "dossier.invitation-not-found");
		signing.accept(second, lan);
		assertThat(signers.remind(draft, minh, id).path()).as("belongs to somebody now").isEmpty();
		signing.patch(id, lan, json("{\"agrees\": true}"));
		signing.sign(id, lan, signing.get(id, lan).digest());
		refused(() -> signers.remind(draft, minh, id), "dossier.signed-already");
		refused(() -> signers.revoke(draft, lan, id), "dossier.draft-not-found");
		signers.revoke(draft, minh, id);
		refused(() -> signing.get(id, lan), "dossier.invitation-not-found");
		assertThat(drafts.get(draft, minh).answers().at("/co_owners/0").propertyNames()).isEmpty();
	}

	@Test
	void whoNeedNotSignAnyMoreSeesNothingAnyMore() {
		UUID id = accepts(1, lan);
		drafts.patch(draft, minh, json("{\"site\": {\"co_owner_count\": 1}}"), null);
		refused(() -> signing.get(id, lan), "dossier.invitation-ended");
		assertThat(signing.of(lan)).extracting(SigningView::id).doesNotContain(id);
	}

	private UUID signs(int place, Actor who) {
		UUID id = accepts(place, who);
		signing.patch(id, who, json("{\"agrees\": true}"));
		signing.sign(id, who, signing.get(id, who).digest());
		return id;
	}

	private UUID accepts(int place, Actor who) {
		return signing.accept(invites(place, null), who);
	}

	private String invites(int place, String subject) {
		return token(signers.invite(draft, minh, new InviteSigner("co_owner", place, "Đồng sở hữu", subject, null)));
	}

	private static String token(CoSigners.Link link) {
		return link.path().substring("/ky/".length());
	}

	private List<String> missing() {
		return drafts.check(draft, minh).stream().map(FieldProblem::pointer).filter(pointer -> pointer.startsWith("/signers")).toList();
	}

	private void attach(String component) {
		byte[] paper = java.util.Arrays.copyOf(BirthRegistration.PDF, BirthRegistration.PDF.length + drafts.get(draft, minh).files().size());
		drafts.attach(draft, minh, component, files.store(new java.io.ByteArrayInputStream(paper), component + ".pdf", Files.Acceptance.ANY));
	}

	private Actor actor(String login) {
		return accounts.actor(accounts.findByLogin(login).orElseThrow().id());
	}

	private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String code) {
		assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.code().code()).isEqualTo(code));
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
