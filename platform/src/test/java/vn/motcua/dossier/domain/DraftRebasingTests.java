package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.MotCuaTest;
import vn.motcua.catalogue.Bundles;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Proposals;
import vn.motcua.catalogue.PublicationDecision;
import vn.motcua.catalogue.Publications;
import vn.motcua.dossier.BirthRegistration;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.DraftChange;
import vn.motcua.dossier.DraftView;
import vn.motcua.dossier.Drafts;
import vn.motcua.file.Files;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.notification.Notifications;
import vn.motcua.site.Page;

/** What becomes of a draft when its service is amended or abolished. */
@MotCuaTest
class DraftRebasingTests {

	/** The phone is asked under another name, and the birth notice is another paper. */
	private static final UnaryOperator<String> AMENDED = text -> text.replace("phone", "telephone").replace("account.telephone", "account.phone").replace("birth-notice", "birth-paper");

	@Autowired
	private Drafts drafts;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private Publications publications;

	@Autowired
	private Proposals proposals;

	@Autowired
	private Catalogue catalogue;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Files files;

	@Autowired
	private Notifications notifications;

	@Autowired
	private DraftSweep sweep;

	@Autowired
	private JdbcClient jdbc;

	private final LocalDate today = LocalDate.now(Page.ZONE);

	private Actor hung;

	@BeforeEach
	void signIn() {
		hung = accounts.actor(accounts.findByLogin("hung").orElseThrow().id());
		drafts.of(hung).forEach(draft -> drafts.discard(draft.id(), hung));
	}

	@Test
	void endsByItsVersionWhileThatIsInForce() {
		ProcedureCode code = published("3.999301");
		UUID id = complete(code);
		long first = drafts.get(id, hung).serviceVersion();
		approve(proposals.propose(Bundles.birth(code.value(), AMENDED), decision(today.plusDays(10)), officer()).id());
		assertThat(drafts.get(id, hung).change()).isNull();
		DossierCode sent = drafts.submit(id, hung).code();
		assertThat(dossiers.find(sent)).map(dossier -> dossier.serviceVersion()).contains(first);
	}

	@Test
	void isMovedWithEverythingThatFitsAndSaysWhatChanged() {
		ProcedureCode code = published("3.999302");
		UUID id = complete(code);
		publications.publish(Bundles.birth(code.value(), AMENDED), Actor.platform());
		sweep.sweep();
		DraftView moved = drafts.get(id, hung);
		DraftChange change = moved.change();
		assertThat(moved.serviceVersion()).isEqualTo(catalogue.find(code, today).orElseThrow().id());
		assertThat(change.from()).isEqualTo(1);
		assertThat(change.to()).isEqualTo(2);
		assertThat(change.dropped()).extracting(label -> label.vi()).containsExactly("Số điện thoại");
		assertThat(change.files()).containsExactly("giay-chung-sinh.pdf");
		assertThat(change.missing()).extracting(label -> label.vi()).contains("Số điện thoại", "Giấy chứng sinh");
		assertThat(moved.answers().at("/child/name").asString()).isEqualTo("Trần Gia Huy");
		assertThat(moved.answers().at("/requester/phone").isMissingNode()).isTrue();
		assertThat(moved.files()).extracting(file -> file.componentId()).containsExactly("marriage-certificate");
		assertThat(told("dossier.notice.DRAFT_MOVED", id)).hasSize(1).first().satisfies(message -> assertThat(message.values().get("missing")).contains("Giấy chứng sinh"));
		sweep.sweep();
		assertThat(told("dossier.notice.DRAFT_MOVED", id)).as("told once").hasSize(1);
		assertThatThrownBy(() -> drafts.submit(id, hung)).as("not before it was shown").hasMessage("dossier.form-changed");
		assertThatThrownBy(() -> drafts.submit(id, hung)).hasMessage("dossier.incomplete");
	}

	/** As many as the sweep takes at once stand before it, none of which can be read. */
	@Test
	void isMovedBehindThoseThatCannotBe() {
		ProcedureCode code = published("3.999309");
		UUID id = complete(code);
		UUID somebody = UUID.randomUUID();
		jdbc.sql("""
				insert into dossier.draft (id, account, service, service_version, files, opened_at, saved_at)
				select ('00000000-0000-0000-0001-' || lpad(n::text, 12, '0'))::uuid, :account, :service, :version, '{"broken": true}', now(), now() from generate_series(1, 500) n
				""").param("account", somebody).param("service", code.value()).param("version", drafts.get(id, hung).serviceVersion()).update();
		try {
			publications.publish(Bundles.birth(code.value(), AMENDED), Actor.platform());
			sweep.sweep();
			sweep.sweep();
			assertThat(told("dossier.notice.DRAFT_MOVED", id)).hasSize(1);
		}
		finally {
			jdbc.sql("delete from dossier.draft where account = :account").param("account", somebody).update();
		}
	}

	@Test
	void isNotRefusedForAChangeThatConcernsNobody() {
		ProcedureCode code = published("3.999303");
		UUID id = complete(code);
		publications.publish(Bundles.birth(code.value(), text -> text.replace("register a birth", "register the birth")), Actor.platform());
		assertThat(drafts.get(id, hung).change()).isNull();
		assertThat(drafts.submit(id, hung).code()).isNotNull();
	}

	@Test
	void cannotBeSentWhenTheServiceHasEndedAndStartedDossiersGoOn() {
		ProcedureCode code = published("3.999304");
		DossierCode started = drafts.submit(complete(code), hung).code();
		UUID id = complete(code);
		approve(proposals.proposeAbolition(code, decision(today), officer()).id());
		sweep.sweep();
		sweep.sweep();
		assertThat(told("dossier.notice.SERVICE_ABOLISHED", id)).hasSize(1);
		assertThatThrownBy(() -> drafts.submit(id, hung)).hasMessage("dossier.service-not-open");
		assertThatThrownBy(() -> drafts.open(hung, code)).hasMessage("dossier.service-not-open");
		assertThat(drafts.get(id, hung).answers().isEmpty()).as("kept").isFalse();
		assertThat(catalogue.get(dossiers.find(started).orElseThrow().serviceVersion()).code()).isEqualTo(code);
	}

	private ProcedureCode published(String code) {
		publications.publish(Bundles.birth(code, UnaryOperator.identity()), Actor.platform());
		return new ProcedureCode(code);
	}

	private UUID complete(ProcedureCode code) {
		UUID id = drafts.open(hung, code, BirthRegistration.answers()).id();
		for (String component : List.of("birth-notice", "marriage-certificate")) {
			String name = component.equals("birth-notice") ? "giay-chung-sinh.pdf" : "ket-hon.pdf";
			drafts.attach(id, hung, component, files.store(new ByteArrayInputStream(BirthRegistration.PDF), name, Files.Acceptance.ANY));
		}
		return id;
	}

	private List<Notifications.Received> told(String template, UUID draft) {
		return notifications.inbox(hung.account(), new Limit(200), null).items().stream()
			.filter(message -> message.template().equals(template) && ("/ho-so/nhap/" + draft).equals(message.href())).toList();
	}

	private void approve(UUID proposal) {
		proposals.approve(proposal, new Actor(Actor.Kind.OFFICER, UUID.randomUUID(), "Nguyễn Hải Yến", null, null, Set.of(Permission.SERVICE_APPROVE)));
	}

	private static Actor officer() {
		return new Actor(Actor.Kind.OFFICER, UUID.randomUUID(), "Đặng Hữu Phúc", null, null, Set.of(Permission.SERVICE_PUBLISH));
	}

	private PublicationDecision decision(LocalDate effectiveOn) {
		return PublicationDecision.of("301/QĐ-BTP", today.minusDays(1), effectiveOn, today);
	}

}
