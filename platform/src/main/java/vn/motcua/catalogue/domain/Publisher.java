package vn.motcua.catalogue.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.Proposal;
import vn.motcua.catalogue.PublicationDecision;
import vn.motcua.catalogue.Publications;
import vn.motcua.catalogue.PublishedVersion;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.catalogue.bundle.BundleRule;
import vn.motcua.catalogue.bundle.BundleRules;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Checks bundles and makes them versions, one at a time for a service. */
@Service
class Publisher implements Publications {

	private final VersionStore store;

	private final PublishedCatalogue catalogue;

	private final ObjectProvider<BundleRule> rules;

	private final ObjectProvider<AuditTrail> audit;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Publisher(VersionStore store, PublishedCatalogue catalogue, ObjectProvider<BundleRule> rules, ObjectProvider<AuditTrail> audit, Clock clock,
			PlatformTransactionManager transactions) {
		this.store = store;
		this.catalogue = catalogue;
		this.rules = rules;
		this.audit = audit;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public List<Finding> check(Bundle bundle) {
		return BundleRules.check(bundle, rules.orderedStream().toList());
	}

	@Override
	public PublishedVersion publish(Bundle bundle, Actor publisher) {
		List<Finding> findings = check(bundle);
		if (!findings.isEmpty()) {
			throw new BundleRefused(findings);
		}
		PublishedVersion published = put(bundle, BundleReader.read(bundle), publisher);
		catalogue.refresh();
		return published;
	}

	@Override
	public Bundle bundle(ProcedureCode code, int version) {
		return store.id(code, version).flatMap(store::find).map(row -> Bundle.of(row.bundle())).orElseThrow(() -> new ProblemException(CatalogueProblem.NO_SUCH_SERVICE));
	}

	@Override
	public List<PublishedVersion> versions(ProcedureCode code) {
		return store.versions(code);
	}

	/** Publishes a bundle that came with the program and was never published: what an officer abolished since stays so. Whoever publishes many reads the catalogue again after the last. */
	void publishPackaged(Bundle bundle) {
		ServiceVersion service = BundleReader.read(bundle);
		transaction.executeWithoutResult(_ -> {
			store.lock(service.code());
			// another node that starts at the same time may have been first
			if (catalogue.abolition(service.code()).isEmpty() && store.known(List.of(bundle.digest())).isEmpty()) {
				put(bundle, service, Actor.platform());
			}
		});
	}

	/**
	 * Makes an approved bundle the next version, in the caller's transaction; it holds from the day of the decision, at the
	 * earliest today. That this is not before the version it replaces was seen when it was proposed, and approval only moves it on.
	 */
	PublishedVersion insertApproved(Bundle bundle, PublicationDecision decision, Proposal.Person proposer, Actor approver) {
		ServiceVersion service = BundleReader.read(bundle);
		LocalDate from = decision.holdsFrom(LocalDate.ofInstant(clock.instant(), Page.ZONE));
		PublishedVersion version = new PublishedVersion(0, service.code(), next(service), service.digest(), from, service.validUntil(), clock.instant(),
				proposer.name(), decision, approver.name());
		return insert(version, bundle, service, proposer.account(), approver, approver.account());
	}

	private PublishedVersion put(Bundle bundle, ServiceVersion service, Actor publisher) {
		return transaction.execute(status -> {
			store.lock(service.code());
			requireOrder(bundle, service);
			PublishedVersion version = new PublishedVersion(0, service.code(), next(service), service.digest(), service.validFrom(), service.validUntil(),
					clock.instant(), publisher.name(), null, null);
			return insert(version, bundle, service, publisher.account(), publisher, null);
		});
	}

	/** Nobody is told of a version that takes effect before the one it replaces, which may still be waiting. */
	private void requireOrder(Bundle bundle, ServiceVersion service) {
		store.latest(service.code()).filter(latest -> latest.outrunBy(service.validFrom())).ifPresent(latest -> {
			throw new BundleRefused(List.of(BundleReader.service(bundle).finding("/valid/from", "valid-before-version",
					"This version would hold from " + service.validFrom() + ", before version " + latest.version() + ", which it replaces and which holds from " + latest.validFrom()
							+ ". Write " + latest.validFrom() + " or a later day.")));
		});
	}

	/** Number of the next version; refused when the newest is the same and not abolished. */
	private int next(ServiceVersion service) {
		Optional<VersionStore.Latest> latest = store.latest(service.code());
		if (latest.isPresent() && latest.get().digest().equals(service.digest()) && !store.abolished(service.code(), latest.get().id())) {
			throw new ProblemException(CatalogueProblem.ALREADY_PUBLISHED, "version", latest.get().version());
		}
		return latest.map(VersionStore.Latest::version).orElse(0) + 1;
	}

	private PublishedVersion insert(PublishedVersion version, Bundle bundle, ServiceVersion service, UUID publisher, Actor actor,
			@Nullable UUID approver) {
		long id = store.insert(version, bundle, publisher, approver, service.ministry());
		audit.ifAvailable(trail -> trail.record(new AccessRecord(actor, AuditAction.SERVICE_PUBLISHED, version.code() + " v" + version.version(), null,
				version.decision() == null ? "catalogue.audit.published" : version.decision().number())));
		return new PublishedVersion(id, version.code(), version.version(), version.digest(), version.validFrom(), version.validUntil(), version.publishedAt(),
				version.publisherName(), version.decision(), version.approverName());
	}

}
