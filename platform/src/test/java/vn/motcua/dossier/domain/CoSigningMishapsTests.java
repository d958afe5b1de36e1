package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.dossier.InviteSigner;
import vn.motcua.dossier.SigningView;

/** Signing together when services end or change, drafts go, several do the same at once, or somebody invites without end. */
@MotCuaTest
class CoSigningMishapsTests extends HouseOfThreeOwners {

	@Autowired
	private InvitationLimits limits;

	@Test
	void aServiceThatEndedHidesNothingElse() {
		UUID id = accepts(0, lan);
		jdbc.update("update dossier.draft set service = '3.999998' where id = ?", draft);
		assertThat(signing.of(lan)).extracting(SigningView::id).doesNotContain(id);
		refused(() -> signing.get(id, lan), "dossier.invitation-ended");
		jdbc.update("delete from dossier.draft where id = ?", draft);
		assertThat(signing.of(lan)).as("a draft that is gone").extracting(SigningView::id).doesNotContain(id);
	}

	@Test
	void whatWasSubmittedIsShownAsItWasSigned() {
		UUID id = signs(0, lan);
		signs(1, hung);
		drafts.submit(draft, minh);
		jdbc.update("update dossier.draft set service = '3.999998' where id = ?", draft);
		assertThat(signing.get(id, lan).ended()).isTrue();
		assertThat(signing.of(lan)).extracting(SigningView::id).doesNotContain(id);
	}

	@Test
	void movingToAnotherVersionVoidsWhatIsNotTheSameAnyMore() {
		UUID id = signs(0, lan);
		Long other = jdbc.queryForObject("select min(id) from catalogue.service_version where code <> '1.009974'", Long.class);
		jdbc.update("update dossier.draft set service_version = ?, answers = jsonb_set(answers, '{site,plot}', '\"Thửa 999\"') where id = ?", other, draft);
		drafts.get(draft, minh);
		assertThat(jdbc.queryForObject("select count(*) from dossier.signature where signer = ? and voided_at is null", Integer.class, id)).isZero();
	}

	@Test
	void nobodyIsFloodedWithInvitations() {
		String email = UUID.randomUUID() + "@example.vn";
		for (int sent = 0; sent < InvitationLimits.MOST_TO_ONE; sent++) {
			signers.invite(draft, minh, new InviteSigner("co_owner", 0, "Đồng sở hữu", null, email));
		}
		drafts.discard(draft, minh);
		open();
		refused(() -> signers.invite(draft, minh, new InviteSigner("co_owner", 0, "Đồng sở hữu", null, email.toUpperCase(Locale.ROOT))), "dossier.invited-often");
		UUID account = UUID.randomUUID();
		for (int sent = 0; sent < InvitationLimits.MOST_OF_ACCOUNT; sent++) {
			limits.count(account, null, null);
		}
		refused(() -> limits.count(account, null, null), "dossier.invitations-today");
	}

	@Test
	void twoAtOnceDoNotFail() {
		List<CompletableFuture<String>> invited = IntStream.range(0, 4)
			.mapToObj(_ -> CompletableFuture.supplyAsync(() -> invites(0, null))).toList();
		invited.forEach(CompletableFuture::join);
		String token = invites(0, null);
		List<CompletableFuture<UUID>> accepted = IntStream.range(0, 4)
			.mapToObj(_ -> CompletableFuture.supplyAsync(() -> signing.accept(token, lan))).toList();
		assertThat(accepted.stream().map(CompletableFuture::join).distinct()).hasSize(1);
	}

}
