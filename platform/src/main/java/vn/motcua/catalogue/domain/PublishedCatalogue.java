package vn.motcua.catalogue.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.Abolition;
import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.catalogue.feel.AreaRule;
import vn.motcua.catalogue.feel.ServiceRules;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.ProblemException;

/** The catalogue in memory. Looks every second whether another node has published something. */
@Service
class PublishedCatalogue implements Catalogue {

	private static final Logger LOG = LoggerFactory.getLogger(PublishedCatalogue.class);

	private static final int MOST_OLD_VERSIONS = 500;

	private static final int MOST_RULES = 4_000;

	private final VersionStore store;

	private final AreaRule areas;

	private final List<CatalogueListener> listeners;

	private final ReentrantLock reading = new ReentrantLock();

	private final Map<Long, ServiceVersion> oldVersions = new ConcurrentHashMap<>();

	private final Map<Long, ServiceRules> rules = new ConcurrentHashMap<>();

	private volatile Snapshot snapshot = Snapshot.EMPTY;

	private volatile @Nullable Day day;

	/** Services in force on one day, sorted once. */
	private record Day(Snapshot of, LocalDate on, List<ServiceVersion> services) {
	}

	PublishedCatalogue(VersionStore store, AreaRule areas, ObjectProvider<CatalogueListener> listeners) {
		this.store = store;
		this.areas = areas;
		this.listeners = listeners.orderedStream().toList();
		refresh();
	}

	@Override
	public Optional<ServiceVersion> find(ProcedureCode code, LocalDate on) {
		return snapshot.find(code, on);
	}

	@Override
	public Optional<ServiceVersion> next(ProcedureCode code, LocalDate on) {
		return snapshot.next(code, on);
	}

	@Override
	public Optional<Abolition> abolition(ProcedureCode code) {
		return snapshot.abolition(code);
	}

	@Override
	public ServiceVersion get(long versionId) {
		ServiceVersion known = snapshot.byId().get(versionId);
		return known != null ? known : old(versionId);
	}

	@Override
	public Optional<ServiceVersion> version(ProcedureCode code, int version) {
		return store.id(code, version).map(this::get);
	}

	@Override
	public List<ServiceVersion> all(LocalDate on) {
		Day present = day;
		Snapshot now = snapshot;
		if (present == null || present.of() != now || !present.on().equals(on)) {
			present = new Day(now, on, now.all(on));
			day = present;
		}
		return present.services();
	}

	/** The versions as they are known now; another object after every change. */
	Snapshot snapshot() {
		return snapshot;
	}

	@Override
	public Assessment assess(ServiceVersion service, JsonNode answers, Channel channel, LocalDate on, @Nullable Offer offer) {
		ServiceRules national = rules(service);
		return (offer == null ? national : national.offered(offer.applied(service))).assess(answers, channel, on);
	}

	/** Made once for a version, outside any lock: it takes milliseconds. Where there are too many, a quarter goes. */
	private ServiceRules rules(ServiceVersion service) {
		ServiceRules known = rules.get(service.id());
		if (known == null) {
			if (rules.size() >= MOST_RULES) {
				rules.keySet().stream().limit(MOST_RULES / 4).toList().forEach(rules::remove);
			}
			known = new ServiceRules(service, areas);
			rules.put(service.id(), known);
		}
		return known;
	}

	/** Reads the published versions again when there are new ones. */
	@Scheduled(initialDelay = 1_000, fixedDelay = 1_000)
	void refresh() {
		reading.lock();
		try {
			Snapshot.Mark mark = store.mark();
			if (!mark.equals(snapshot.mark())) {
				snapshot = Snapshot.of(mark, store.inForce().stream().flatMap(row -> read(row).stream()).toList(), store.abolitions());
				listeners.forEach(CatalogueListener::changed);
			}
		}
		finally {
			reading.unlock();
		}
	}

	private Optional<ServiceVersion> read(VersionStore.Row row) {
		ServiceVersion known = snapshot.byId().get(row.id());
		if (known != null) {
			return Optional.of(known);
		}
		try {
			return Optional.of(BundleReader.read(Bundle.of(row.bundle()), row.id(), row.version()).inForce(row.validFrom(), row.validUntil()));
		}
		catch (BundleRefused unreadable) {
			LOG.error("Published service version {} cannot be read: {}", row.id(), unreadable.getMessage());
			return Optional.empty();
		}
	}

	private ServiceVersion old(long versionId) {
		ServiceVersion known = oldVersions.get(versionId);
		if (known == null) {
			known = store.find(versionId).flatMap(this::read).orElseThrow(() -> new ProblemException(CatalogueProblem.NO_SUCH_SERVICE));
			if (oldVersions.size() >= MOST_OLD_VERSIONS) {
				oldVersions.clear();
			}
			oldVersions.put(versionId, known);
		}
		return known;
	}

}
