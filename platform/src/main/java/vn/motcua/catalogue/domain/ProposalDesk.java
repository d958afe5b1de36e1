package vn.motcua.catalogue.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.catalogue.Abolition;
import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.Proposal;
import vn.motcua.catalogue.Proposal.Kind;
import vn.motcua.catalogue.Proposal.Person;
import vn.motcua.catalogue.Proposal.State;
import vn.motcua.catalogue.Proposals;
import vn.motcua.catalogue.PublicationDecision;
import vn.motcua.catalogue.Publications;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Proposals on the database: who decides holds the row, so that two decisions at once have the effect of the first. */
@Service
class ProposalDesk implements Proposals {

	private static final int LONGEST_REASON = 2_000;

	private final ProposalStore store;

	private final VersionStore versions;

	private final Publisher publisher;

	private final PublishedCatalogue catalogue;

	private final ObjectProvider<AuditTrail> audit;

	private final Clock clock;

	private final TransactionTemplate transaction;

	ProposalDesk(ProposalStore store, VersionStore versions, Publisher publisher, PublishedCatalogue catalogue, ObjectProvider<AuditTrail> audit, Clock clock,
			PlatformTransactionManager transactions) {
		this.store = store;
		this.versions = versions;
		this.publisher = publisher;
		this.catalogue = catalogue;
		this.audit = audit;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public Proposal propose(Bundle bundle, PublicationDecision decision, Actor proposer) {
		requireSound(publisher, bundle);
		ServiceVersion service = BundleReader.read(bundle);
		requireOrder(service.code(), decision);
		if (service.validUntil() != null && decision.holdsFrom(today()).isAfter(service.validUntil())) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/effectiveOn", "catalogue.effective-after-end", "until", service.validUntil())));
		}
		return put(proposal(service.code(), Kind.PUBLICATION, bundle.digest(), decision, proposer), bundle, proposer);
	}

	@Override
	public Proposal proposeAbolition(ProcedureCode code, PublicationDecision decision, Actor proposer) {
		if (versions.latest(code).isEmpty()) {
			throw new ProblemException(CatalogueProblem.NO_SUCH_SERVICE);
		}
		return put(proposal(code, Kind.ABOLITION, null, decision, proposer), null, proposer);
	}

	@Override
	public Proposal get(UUID id) {
		return store.find(id).orElseThrow(() -> new ProblemException(CatalogueProblem.NO_SUCH_PROPOSAL));
	}

	@Override
	public Bundle bundle(UUID id) {
		return Bundle.of(store.bundle(id).orElseThrow(() -> new ProblemException(CatalogueProblem.NO_SUCH_PROPOSAL)));
	}

	@Override
	public Slice<Proposal> list(Proposal.@Nullable State state, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 2);
		try {
			List<Proposal> rows = store.page(state, place == null ? null : Instant.parse(place.keys().getFirst()),
					place == null ? null : UUID.fromString(place.keys().getLast()), limit.value() + 1);
			return Slice.of(rows, limit.value(), proposal -> Cursor.of(proposal.proposedAt(), proposal.id()));
		}
		catch (java.time.DateTimeException | IllegalArgumentException notOurs) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/after", "common.cursor")));
		}
	}

	@Override
	public Proposal approve(UUID id, Actor approver) {
		require(approver, Permission.SERVICE_APPROVE);
		Proposal approved = Objects.requireNonNull(transaction.execute(status -> {
			Proposal proposal = lock(id);
			if (proposal.state() == State.APPROVED) {
				return proposal;
			}
			requireOther(requireOpen(proposal), approver);
			versions.lock(proposal.code());
			Optional<VersionStore.Latest> latest = versions.latest(proposal.code());
			if (latest.map(VersionStore.Latest::version).orElse(0) != proposal.basedOn()) {
				throw new ProblemException(CatalogueProblem.PROPOSAL_OUT_OF_DATE, "version", latest.map(VersionStore.Latest::version).orElse(0));
			}
			Integer version = proposal.kind() == Kind.PUBLICATION ? publish(proposal, approver) : abolish(proposal, latest.orElseThrow(), approver);
			store.close(id, State.APPROVED, person(approver), now(), null, version);
			return get(id);
		}));
		catalogue.refresh();
		return approved;
	}

	@Override
	public Proposal refuse(UUID id, @Nullable String reason, Actor approver) {
		require(approver, Permission.SERVICE_APPROVE);
		if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/reason", "catalogue.refusal-reason", "max", LONGEST_REASON)));
		}
		return close(id, State.REFUSED, reason.strip(), approver);
	}

	@Override
	public Proposal withdraw(UUID id, Actor proposer) {
		require(proposer, Permission.SERVICE_PUBLISH);
		return close(id, State.WITHDRAWN, null, proposer);
	}

	private Proposal put(Proposal proposal, @Nullable Bundle bundle, Actor proposer) {
		require(proposer, Permission.SERVICE_PUBLISH);
		return Objects.requireNonNull(transaction.execute(status -> {
			if (store.insert(proposal, bundle == null ? null : bundle.zip())) {
				requireNews(proposal);
				note(proposer, AuditAction.PUBLICATION_PROPOSED, proposal);
				return proposal;
			}
			Proposal open = store.open(proposal.code()).orElseThrow(() -> new ProblemException(CommonProblem.CHANGED_MEANWHILE));
			boolean same = open.kind() == proposal.kind() && Objects.equals(open.digest(), proposal.digest()) && open.decision().equals(proposal.decision())
					&& open.proposer().account().equals(proposer.account());
			if (!same) {
				throw new ProblemException(CatalogueProblem.PROPOSAL_OPEN, Map.of("id", open.id(), "name", open.proposer().name()), List.of());
			}
			return open;
		}));
	}

	/** Nothing is proposed that is so already. */
	private void requireNews(Proposal proposal) {
		Optional<VersionStore.Latest> latest = versions.latest(proposal.code());
		boolean abolished = latest.isPresent() && versions.abolished(proposal.code(), latest.get().id());
		if (proposal.kind() == Kind.ABOLITION && abolished) {
			throw new ProblemException(CatalogueProblem.ALREADY_ABOLISHED);
		}
		if (proposal.kind() == Kind.PUBLICATION && !abolished && latest.isPresent() && latest.get().digest().equals(proposal.digest())) {
			throw new ProblemException(CatalogueProblem.ALREADY_PUBLISHED, "version", latest.get().version());
		}
	}

	private Proposal close(UUID id, State state, @Nullable String reason, Actor actor) {
		return Objects.requireNonNull(transaction.execute(status -> {
			Proposal proposal = lock(id);
			boolean own = proposal.proposer().account().equals(actor.account());
			if (own != (state == State.WITHDRAWN)) {
				throw new ProblemException(own ? CatalogueProblem.OWN_PROPOSAL : CommonProblem.FORBIDDEN);
			}
			if (proposal.state() == state) {
				return proposal;
			}
			requireOpen(proposal);
			store.close(id, state, person(actor), now(), reason, null);
			note(actor, state == State.REFUSED ? AuditAction.PUBLICATION_REFUSED : AuditAction.PUBLICATION_WITHDRAWN, proposal);
			return get(id);
		}));
	}

	private Integer publish(Proposal proposal, Actor approver) {
		Bundle bundle = bundle(proposal.id());
		requireSound(publisher, bundle);
		return publisher.insertApproved(bundle, proposal.decision(), proposal.proposer(), approver).version();
	}

	private @Nullable Integer abolish(Proposal proposal, VersionStore.Latest latest, Actor approver) {
		if (versions.abolished(proposal.code(), latest.id())) {
			throw new ProblemException(CatalogueProblem.ALREADY_ABOLISHED);
		}
		versions.abolish(new Abolition(0, proposal.code(), latest.id(), proposal.decision().holdsFrom(today()), proposal.decision(), now(), approver.name()),
				proposal.proposer().account(), approver.account());
		note(approver, AuditAction.SERVICE_ABOLISHED, proposal);
		return null;
	}

	private void note(Actor actor, AuditAction action, Proposal proposal) {
		audit.ifAvailable(trail -> trail.record(new AccessRecord(actor, action, proposal.code().value(), null, proposal.decision().number())));
	}

	private Proposal lock(UUID id) {
		return store.lock(id).orElseThrow(() -> new ProblemException(CatalogueProblem.NO_SUCH_PROPOSAL));
	}

	private static Proposal requireOpen(Proposal proposal) {
		if (!proposal.open()) {
			throw new ProblemException(CatalogueProblem.PROPOSAL_CLOSED, "state", proposal.state());
		}
		return proposal;
	}

	private static void requireOther(Proposal proposal, Actor approver) {
		if (proposal.proposer().account().equals(approver.account())) {
			throw new ProblemException(CatalogueProblem.OWN_PROPOSAL);
		}
	}

	private static void require(Actor actor, Permission permission) {
		if (!actor.may(permission)) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
	}

	private static void requireSound(Publications publications, Bundle bundle) {
		List<vn.motcua.catalogue.bundle.Finding> findings = publications.check(bundle);
		if (!findings.isEmpty()) {
			throw new BundleRefused(findings);
		}
	}

	private Proposal proposal(ProcedureCode code, Kind kind, @Nullable String digest, PublicationDecision decision, Actor proposer) {
		int basedOn = versions.latest(code).map(VersionStore.Latest::version).orElse(0);
		return new Proposal(UUID.randomUUID(), code, kind, State.OPEN, basedOn, digest, decision, person(proposer), now(), null, null, null, null);
	}

	private void requireOrder(ProcedureCode code, PublicationDecision decision) {
		LocalDate from = decision.holdsFrom(today());
		versions.latest(code).filter(latest -> latest.outrunBy(from)).ifPresent(latest -> {
			throw new ProblemException(CommonProblem.FIELDS, List.of(new FieldProblem("/effectiveOn", "catalogue.effective-before-version",
					Map.of("version", latest.version(), "from", latest.validFrom(), "effective", from))));
		});
	}

	private static Person person(Actor actor) {
		return new Person(actor.account(), actor.name());
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), Page.ZONE);
	}

}
