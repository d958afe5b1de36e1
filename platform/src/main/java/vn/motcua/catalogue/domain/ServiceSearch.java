package vn.motcua.catalogue.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import vn.motcua.catalogue.FoundServices;
import vn.motcua.catalogue.SearchWords;
import vn.motcua.catalogue.ServiceFinder;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.search.Hits;
import vn.motcua.catalogue.search.Lexicon;
import vn.motcua.catalogue.search.ProcedureIndex;
import vn.motcua.catalogue.search.SearchWord;
import vn.motcua.catalogue.search.Searchable;
import vn.motcua.kernel.ProcedureCode;

/** Keeps the index of the services in force, made again when they change, a day begins, or an editor adds words anywhere. */
@Service
class ServiceSearch implements ServiceFinder {

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final int DAYS_OF_USE = 90;

	private final PublishedCatalogue catalogue;

	private final SearchableServices services;

	private final SearchStore store;

	private final SearchCounts counts;

	private final Clock clock;

	private final ReentrantLock making = new ReentrantLock();

	private volatile String words = "";

	private volatile @Nullable Made made;

	private record Made(Snapshot of, LocalDate on, String words, List<ServiceVersion> services, ProcedureIndex index) {
	}

	ServiceSearch(PublishedCatalogue catalogue, SearchableServices services, SearchStore store, SearchCounts counts, Clock clock) {
		this.catalogue = catalogue;
		this.services = services;
		this.store = store;
		this.counts = counts;
		this.clock = clock;
	}

	@Override
	public FoundServices find(String typed, int limit) {
		Made present = present();
		Hits hits = present.index().search(typed, limit);
		return new FoundServices(hits.documents().stream().map(present.services()::get).toList(), FoundServices.Outcome.valueOf(hits.fit().name()), hits.corrected());
	}

	@Override
	public List<ServiceVersion> suggest(String typed, int limit) {
		Made present = present();
		return present.index().suggest(typed, limit).stream().map(present.services()::get).toList();
	}

	@Override
	public void asked(String typed, FoundServices.Outcome outcome) {
		counts.asked(typed, outcome);
	}

	@Override
	public void begun(ProcedureCode code) {
		counts.begun(code);
	}

	/** Looks whether words were added or removed here or on another node, and makes the index again before somebody needs it. */
	@Scheduled(initialDelay = 1_000, fixedDelay = 1_000)
	void freshen() {
		words = store.state();
		present();
	}

	private Made present() {
		Made present = made;
		Snapshot snapshot = catalogue.snapshot();
		LocalDate today = LocalDate.now(clock.withZone(ZONE));
		if (present != null && present.of() == snapshot && present.on().equals(today) && present.words().equals(words)) {
			return present;
		}
		// an index from before the first publication answers nobody: whoever comes then waits for the one being made
		if (present == null || present.services().isEmpty()) {
			making.lock();
		}
		else if (!making.tryLock()) {
			return present;
		}
		try {
			Made meanwhile = made;
			return made = make(snapshot, today, meanwhile);
		}
		finally {
			making.unlock();
		}
	}

	private Made make(Snapshot snapshot, LocalDate today, @Nullable Made last) {
		String state = store.state();
		words = state;
		boolean same = last != null && last.of() == snapshot && last.on().equals(today);
		if (last != null && same && last.words().equals(state)) {
			return last;
		}
		List<SearchWord> added = store.words(SearchWords.MOST).stream().map(word -> new SearchWord(word.phrase(), word.meaning())).toList();
		Lexicon lexicon = new Lexicon(added, services.places(today));
		if (last != null && same) {
			return new Made(snapshot, today, state, last.services(), last.index().with(lexicon));
		}
		List<ServiceVersion> inForce = catalogue.all(today);
		Map<String, Long> use = store.use(today.minusDays(DAYS_OF_USE));
		List<Searchable> searchable = new ArrayList<>(inForce.size());
		inForce.forEach(service -> searchable.add(services.of(service, today, use.getOrDefault(service.code().value(), 0L))));
		return new Made(snapshot, today, state, inForce, new ProcedureIndex(searchable, lexicon));
	}

}
