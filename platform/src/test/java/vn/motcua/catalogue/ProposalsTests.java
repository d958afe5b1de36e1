package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.MotCuaTest;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Publishing by four eyes: one proposes, another decides, and whatever is repeated or done at once has one effect. */
@MotCuaTest
class ProposalsTests {

	private static final Actor PROPOSER = officer("Đặng Hữu Phúc", Permission.SERVICE_PUBLISH, Permission.SERVICE_APPROVE);

	private static final Actor HEAD = officer("Nguyễn Hải Yến", Permission.SERVICE_PUBLISH, Permission.SERVICE_APPROVE);

	@Autowired
	Proposals proposals;

	@Autowired
	Catalogue catalogue;

	@Autowired
	Publications publications;

	@Autowired
	JdbcClient jdbc;

	private final LocalDate today = LocalDate.now(Page.ZONE);

	@Test
	void becomesAVersionWhenASecondPersonApproves() {
		ProcedureCode code = new ProcedureCode("3.999101");
		PublicationDecision decision = decision("101/QĐ-VPCP", today.minusDays(3));
		Proposal proposal = proposals.propose(Bundles.of(code.value(), "First"), decision, PROPOSER);
		assertThat(catalogue.find(code, today)).isEmpty();
		assertThat(refusal(() -> proposals.approve(proposal.id(), PROPOSER))).isEqualTo(CatalogueProblem.OWN_PROPOSAL);
		Proposal approved = proposals.approve(proposal.id(), HEAD);
		assertThat(approved.version()).isEqualTo(1);
		assertThat(catalogue.find(code, today)).map(ServiceVersion::validFrom).as("never before it was approved").contains(today);
		PublishedVersion version = publications.versions(code).getFirst();
		assertThat(version.decision()).isEqualTo(decision);
		assertThat(version.publisherName()).isEqualTo(PROPOSER.name());
		assertThat(version.approverName()).isEqualTo(HEAD.name());
		assertThat(audited(code.value() + " v1")).isEqualTo(1);
	}

	@Test
	void theDatabaseItselfRefusesTheProposer() {
		Proposal proposal = proposals.propose(Bundles.of("3.999102", "First"), decision("102/QĐ-VPCP", today), PROPOSER);
		assertThatThrownBy(() -> jdbc.sql("update catalogue.proposal set state = 'APPROVED', closed_at = now(), closed_by = proposed_by where id = :id").param("id", proposal.id()).update())
			.isInstanceOf(DataAccessException.class);
	}

	@Test
	void hasOneEffectHoweverOftenItIsProposedAndApproved() throws Exception {
		ProcedureCode code = new ProcedureCode("3.999103");
		PublicationDecision decision = decision("103/QĐ-VPCP", today);
		Set<UUID> made = new java.util.HashSet<>();
		for (Proposal one : atOnce(() -> proposals.propose(Bundles.of(code.value(), "First"), decision, PROPOSER))) {
			made.add(one.id());
		}
		assertThat(made).hasSize(1);
		UUID id = made.iterator().next();
		assertThat(atOnce(() -> proposals.approve(id, officer("Ai đó", Permission.SERVICE_APPROVE)))).extracting(Proposal::version).containsOnly(1);
		assertThat(publications.versions(code)).hasSize(1);
		assertThat(audited(code.value() + " v1")).isEqualTo(1);
	}

	@Test
	void letsOneProposalOfAServiceWaitAtATime() {
		Proposal first = proposals.propose(Bundles.of("3.999104", "First"), decision("104/QĐ-VPCP", today), PROPOSER);
		assertThat(refusal(() -> proposals.propose(Bundles.of("3.999104", "Other"), decision("104/QĐ-VPCP", today), PROPOSER))).isEqualTo(CatalogueProblem.PROPOSAL_OPEN);
		assertThat(refusal(() -> proposals.withdraw(first.id(), HEAD))).isNotNull();
		proposals.withdraw(first.id(), PROPOSER);
		assertThat(proposals.withdraw(first.id(), PROPOSER).state()).isEqualTo(Proposal.State.WITHDRAWN);
		assertThat(refusal(() -> proposals.approve(first.id(), HEAD))).isEqualTo(CatalogueProblem.PROPOSAL_CLOSED);
		Proposal second = proposals.propose(Bundles.of("3.999104", "Other"), decision("104/QĐ-VPCP", today), PROPOSER);
		assertThat(proposals.refuse(second.id(), " Thiếu căn cứ pháp lý ", HEAD).reason()).isEqualTo("Thiếu căn cứ pháp lý");
	}

	@Test
	void isOutOfDateWhenAnotherVersionCameBetween() {
		Proposal proposal = proposals.propose(Bundles.of("3.999105", "First"), decision("105/QĐ-VPCP", today), PROPOSER);
		publications.publish(Bundles.of("3.999105", "Between"), Actor.platform());
		assertThat(refusal(() -> proposals.approve(proposal.id(), HEAD))).isEqualTo(CatalogueProblem.PROPOSAL_OUT_OF_DATE);
	}

	@Test
	void keepsTheOldVersionInForceUntilTheDecisionHolds() {
		ProcedureCode code = new ProcedureCode("3.999106");
		publications.publish(Bundles.of(code.value(), "Old"), Actor.platform());
		approved(proposals.propose(Bundles.of(code.value(), "New"), decision("106/QĐ-VPCP", today.plusDays(10)), PROPOSER));
		assertThat(catalogue.find(code, today)).map(service -> service.summary().en()).contains("Old");
		assertThat(catalogue.find(code, today.plusDays(9))).map(ServiceVersion::version).contains(1);
		assertThat(catalogue.find(code, today.plusDays(10))).map(ServiceVersion::version).contains(2);
		assertThat(catalogue.next(code, today)).map(ServiceVersion::version).contains(2);
	}

	@Test
	void refusesToAmendAVersionThatStillWaitsFromADayBeforeIt() {
		ProcedureCode code = new ProcedureCode("3.999109");
		publications.publish(Bundles.of(code.value(), "Old"), Actor.platform());
		approved(proposals.propose(Bundles.of(code.value(), "Waiting"), decision("110/QĐ-VPCP", today.plusDays(10)), PROPOSER));
		assertThatThrownBy(() -> proposals.propose(Bundles.of(code.value(), "Amended"), decision("111/QĐ-VPCP", today.plusDays(9)), PROPOSER))
			.isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.fields()).singleElement().satisfies(field -> {
				assertThat(field.pointer()).isEqualTo("/effectiveOn");
				assertThat(field.values()).containsEntry("from", today.plusDays(10)).containsEntry("effective", today.plusDays(9)).containsEntry("version", 2);
			}));
		assertThatThrownBy(() -> publications.publish(Bundles.of(code.value(), "Amended"), Actor.platform())).as("nor by one person alone").isInstanceOf(BundleRefused.class);
		approved(proposals.propose(Bundles.of(code.value(), "Amended"), decision("111/QĐ-VPCP", today.plusDays(10)), PROPOSER));
		assertThat(catalogue.find(code, today.plusDays(9))).map(service -> service.summary().en()).contains("Old");
		assertThat(catalogue.find(code, today.plusDays(10))).map(service -> service.summary().en()).contains("Amended");
	}

	@Test
	void closesAnAbolishedServiceFromItsDayAndOpensItWithANewVersion() {
		ProcedureCode code = new ProcedureCode("3.999107");
		long first = publications.publish(Bundles.of(code.value(), "First"), Actor.platform()).id();
		approved(proposals.proposeAbolition(code, decision("107/QĐ-VPCP", today.plusDays(5)), PROPOSER));
		assertThat(catalogue.find(code, today.plusDays(4))).isPresent();
		assertThat(catalogue.find(code, today.plusDays(5))).isEmpty();
		assertThat(catalogue.abolition(code)).map(Abolition::from).contains(today.plusDays(5));
		assertThat(catalogue.get(first).version()).as("started dossiers end by it").isEqualTo(1);
		assertThat(refusal(() -> proposals.proposeAbolition(code, decision("108/QĐ-VPCP", today), PROPOSER))).isEqualTo(CatalogueProblem.ALREADY_ABOLISHED);
		approved(proposals.propose(Bundles.of(code.value(), "First"), decision("109/QĐ-VPCP", today.plusDays(6)), PROPOSER));
		assertThat(catalogue.find(code, today.plusDays(6))).map(ServiceVersion::version).contains(2);
		assertThat(catalogue.abolition(code)).isEmpty();
	}

	@Test
	void takesNothingUnsoundAndNothingWithoutPermission() {
		assertThatThrownBy(() -> proposals.propose(Bundles.of("3.999108", "x\"\nlevel: 9\nother: \""), decision("1/QĐ-VPCP", today), PROPOSER)).isInstanceOf(BundleRefused.class);
		Actor nobody = officer("Không quyền", Permission.DOSSIER_VIEW);
		assertThat(refusal(() -> proposals.propose(Bundles.of("3.999108", "x"), decision("1/QĐ-VPCP", today), nobody))).isNotNull();
		Proposal proposal = proposals.propose(Bundles.of("3.999108", "x"), decision("1/QĐ-VPCP", today), PROPOSER);
		assertThat(refusal(() -> proposals.approve(proposal.id(), officer("Chỉ đề nghị", Permission.SERVICE_PUBLISH)))).isNotNull();
		assertThat(refusal(() -> proposals.refuse(proposal.id(), " ", HEAD))).isNotNull();
		assertThatThrownBy(() -> PublicationDecision.of("<b>", today.plusDays(1), null, today)).isInstanceOfSatisfying(ProblemException.class,
				refused -> assertThat(refused.fields()).extracting(field -> field.pointer()).containsExactly("/decisionNumber", "/decidedOn", "/effectiveOn"));
	}

	private void approved(Proposal proposal) {
		assertThat(proposals.approve(proposal.id(), HEAD).state()).isEqualTo(Proposal.State.APPROVED);
	}

	private PublicationDecision decision(String number, LocalDate effectiveOn) {
		return PublicationDecision.of(number, today.minusDays(20), effectiveOn, today);
	}

	private long audited(String object) {
		return jdbc.sql("select count(*) from audit.access where object = :object").param("object", object).query(Long.class).single();
	}

	private static ProblemCode refusal(Callable<?> doing) {
		try {
			doing.call();
			throw new AssertionError("was not refused");
		}
		catch (ProblemException refused) {
			return refused.code();
		}
		catch (Exception other) {
			throw new AssertionError(other);
		}
	}

	private static <T> List<T> atOnce(Callable<T> doing) throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<T> all = new ArrayList<>();
			for (Future<T> one : threads.invokeAll(java.util.Collections.nCopies(8, doing))) {
				all.add(one.get());
			}
			return all;
		}
	}

	private static Actor officer(String name, Permission... permissions) {
		return new Actor(Actor.Kind.OFFICER, UUID.randomUUID(), name, null, null, Set.of(permissions));
	}

}
