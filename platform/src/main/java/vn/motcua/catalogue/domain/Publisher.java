package vn.motcua.catalogue.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.catalogue.CatalogueProblem;
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
		return put(bundle, publisher);
	}

	@Override
	public List<PublishedVersion> versions(ProcedureCode code) {
		return store.versions(code);
	}

	/** Publishes a bundle that came with the program, once: what an officer published since stays in force. */
	void publishPackaged(Bundle bundle) {
		ServiceVersion service = BundleReader.read(bundle);
		if (!store.known(service.code(), bundle.digest())) {
			put(bundle, Actor.platform());
		}
	}

	private PublishedVersion put(Bundle bundle, Actor publisher) {
		ServiceVersion service = BundleReader.read(bundle);
		PublishedVersion published = transaction.execute(status -> insert(bundle, service, publisher));
		catalogue.refresh();
		return published;
	}

	private PublishedVersion insert(Bundle bundle, ServiceVersion service, Actor publisher) {
		store.lock(service.code());
		Optional<VersionStore.Latest> latest = store.latest(service.code());
		if (latest.isPresent() && latest.get().digest().equals(service.digest())) {
			throw new ProblemException(CatalogueProblem.ALREADY_PUBLISHED, "version", latest.get().version());
		}
		int version = latest.map(VersionStore.Latest::version).orElse(0) + 1;
		Instant now = clock.instant();
		long id = store.insert(service.code(), version, bundle, service.validFrom(), service.validUntil(), now, publisher.account(), publisher.name());
		audit.ifAvailable(trail -> trail.record(new AccessRecord(publisher, AuditAction.SERVICE_PUBLISHED, service.code() + " v" + version, null, "catalogue.audit.published")));
		return new PublishedVersion(id, service.code(), version, service.digest(), service.validFrom(), service.validUntil(), now, publisher.name());
	}

}
