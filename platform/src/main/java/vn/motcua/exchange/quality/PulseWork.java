package vn.motcua.exchange.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.dossier.LedgerPulse;
import vn.motcua.dossier.LedgerPulse.Beat;
import vn.motcua.dossier.LedgerPulse.Pulse;
import vn.motcua.dossier.LedgerReader;
import vn.motcua.exchange.quality.PulseStore.AgencyDay;
import vn.motcua.exchange.quality.PulseStore.Seen;
import vn.motcua.exchange.reconciliation.Reconciliation;
import vn.motcua.site.Page;

/** Reads the ledger onwards and counts when and how late agencies' lines came; days that lines came for are to be examined. */
@Service
class PulseWork {

	static final String CONSUMER = "exchange-quality";

	static final int MOST = 10_000;

	private static final Duration KEPT = Duration.ofDays(40);

	private final LedgerPulse ledger;

	private final LedgerReader checkpoints;

	private final PulseStore store;

	private final Reconciliation reconciliation;

	private final Agencies agencies;

	private final SignRules rules;

	private final Clock clock;

	private volatile boolean behind = true;

	PulseWork(LedgerPulse ledger, LedgerReader checkpoints, PulseStore store, Reconciliation reconciliation, Agencies agencies, SignRules rules,
			Clock clock) {
		this.ledger = ledger;
		this.checkpoints = checkpoints;
		this.store = store;
		this.reconciliation = reconciliation;
		this.agencies = agencies;
		this.rules = rules;
		this.clock = clock;
	}

	/** Takes the next events in; how many there were. */
	synchronized int readOn() {
		int read = ledger.read(CONSUMER, MOST, this::take);
		behind = read == MOST || read == LedgerPulse.ANOTHER_READS;
		return Math.max(read, 0);
	}

	/** Whether there is more than was read: nobody is called silent until it is. */
	boolean behind() {
		return behind;
	}

	void forget() {
		store.forget(clock.instant().minus(KEPT), lastUncounted());
	}

	/** Counts everything anew; statements of senders and what was told stay. */
	@Transactional
	public void replay() {
		store.empty();
		checkpoints.rewind(CONSUMER);
	}

	private void take(Pulse pulse) {
		Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
		Map<String, List<Beat>> byAgency = pulse.beats().stream().collect(Collectors.groupingBy(Beat::agency, TreeMap::new, Collectors.toList()));
		List<Seen> seen = new ArrayList<>();
		byAgency.forEach((agency, beats) -> seen(agency, beats).ifPresent(seen::add));
		store.agencies(seen);
		store.lags(summed(pulse.beats()));
		store.slowest(pulse.slowest());
		Collection<AgencyDay> days = pulse.beats().stream().map(beat -> new AgencyDay(beat.agency(), beat.day())).collect(Collectors.toCollection(TreeSet::new));
		LocalDate uncounted = lastUncounted();
		store.touched(days.stream().filter(day -> day.day().isAfter(uncounted)).toList(), now);
		reconciliation.touched(days.stream().map(AgencyDay::agency).toList(), days.stream().map(AgencyDay::day).toList());
	}

	/** Days up to this one are in no figure: history that is loaded holds up no day of today. */
	private LocalDate lastUncounted() {
		return LocalDate.now(clock.withZone(Page.ZONE)).minusDays(rules.periodDays());
	}

	private java.util.Optional<Seen> seen(String agency, List<Beat> beats) {
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		return agencies.findByExchangeCode(agency, beats.getFirst().day()).or(() -> agencies.findByExchangeCode(agency, today)).map(Agency::id).map(id -> {
			TreeSet<Integer> above = new TreeSet<>(List.of(id.value()));
			List<Agency> upwards = agencies.withAncestors(id, today);
			upwards.forEach(each -> above.add(each.id().value()));
			int root = upwards.stream().filter(each -> each.level() == Agency.Level.PROVINCE || each.level() == Agency.Level.MINISTRY).findFirst()
				.map(each -> each.id().value()).orElse(id.value());
			Instant first = beats.stream().map(Beat::hour).min(Instant::compareTo).orElseThrow();
			Instant last = beats.stream().map(Beat::lastRecordedAt).max(Instant::compareTo).orElseThrow();
			return new Seen(agency, id.value(), above.toArray(Integer[]::new), root, first, last);
		});
	}

	/** Days of a code make no difference to how late lines came. */
	private static List<Beat> summed(List<Beat> beats) {
		record Key(String agency, Instant hour, int lagClass) {
		}
		Map<Key, Beat> sums = new java.util.LinkedHashMap<>();
		for (Beat beat : beats) {
			sums.merge(new Key(beat.agency(), beat.hour(), beat.lagClass()), beat,
					(one, other) -> new Beat(one.agency(), one.day(), one.hour(), one.lagClass(), one.lines() + other.lines(), one.lastRecordedAt()));
		}
		return List.copyOf(sums.values());
	}

}
