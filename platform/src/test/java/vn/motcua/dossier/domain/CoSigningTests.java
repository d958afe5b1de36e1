package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import vn.motcua.MotCuaTest;
import vn.motcua.dossier.CoSigner;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.SigningView;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;

/** A house on a plot of several owners: nobody files before all have signed, and a signature stands for exactly what was read. */
@MotCuaTest
class CoSigningTests extends HouseOfThreeOwners {

	@Autowired
	private Dossiers dossiers;

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

	private List<String> missing() {
		return drafts.check(draft, minh).stream().map(FieldProblem::pointer).filter(pointer -> pointer.startsWith("/signers")).toList();
	}

}
