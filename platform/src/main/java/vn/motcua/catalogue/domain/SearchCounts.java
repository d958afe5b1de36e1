package vn.motcua.catalogue.domain;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.catalogue.FoundServices;
import vn.motcua.kernel.ProcedureCode;

/**
 * Counts what people look for and which services they begin, by day, with nothing about who they are. What looks like a number
 * of a person, a telephone or an address for mail is not counted at all.
 */
@Component
class SearchCounts {

	static final int DAYS_KEPT = 90;

	private static final Logger LOG = LoggerFactory.getLogger(SearchCounts.class);

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	/** Between two writes. */
	private static final int MOST_WAITING = 5_000;

	private static final int MOST_A_DAY = 50_000;

	private static final int LONGEST = 100;

	private static final Pattern CODE = Pattern.compile("\\b\\d{1,2}\\.\\d{6}(\\.\\d{2,3})*(\\.H\\d{2})?\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern PERSONAL = Pattern.compile("@|(\\d[\\s.-]?){6,}");

	private final SearchStore store;

	private final Clock clock;

	private final ConcurrentHashMap<Query, Long> queries = new ConcurrentHashMap<>();

	private final ConcurrentHashMap<Use, Long> uses = new ConcurrentHashMap<>();

	private volatile LocalDate forgotten = LocalDate.MIN;

	private record Query(LocalDate day, String text, FoundServices.Outcome outcome) {
	}

	private record Use(LocalDate day, String code) {
	}

	SearchCounts(SearchStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	void asked(String typed, FoundServices.Outcome outcome) {
		countable(typed).ifPresent(text -> {
			Query query = new Query(today(), text, outcome);
			if (queries.size() < MOST_WAITING || queries.containsKey(query)) {
				queries.merge(query, 1L, Long::sum);
			}
		});
	}

	void begun(ProcedureCode code) {
		uses.merge(new Use(today(), code.value()), 1L, Long::sum);
	}

	/** Small letters, single blanks; empty for what is too short, too long, not made of characters, or may be about a person. */
	static Optional<String> countable(String typed) {
		String text = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
		boolean personal = PERSONAL.matcher(CODE.matcher(text).replaceAll("")).find();
		return text.length() < 2 || text.length() > LONGEST || personal || text.codePoints().anyMatch(SearchCounts::noCharacter) ? Optional.empty() : Optional.of(text);
	}

	/** Writes what was counted since the last time; what cannot be written is counted again. */
	@Scheduled(initialDelay = 1_000, fixedDelay = 1_000)
	@PreDestroy
	void write() {
		try {
			if (!queries.isEmpty()) {
				boolean room = store.queriesOf(today()) < MOST_A_DAY;
				queries.keySet().forEach(query -> take(queries, query, times -> store.count(query.day(), query.text(), query.outcome(), times, room)));
			}
			uses.keySet().forEach(use -> take(uses, use, times -> store.countUse(use.day(), use.code(), times)));
			if (!forgotten.equals(today())) {
				store.forget(today().minusDays(DAYS_KEPT));
				forgotten = today();
			}
		}
		catch (DataAccessException unreachable) {
			LOG.warn("Searches could not be counted: {}", unreachable.getClass().getSimpleName());
		}
	}

	/** What cannot be written now goes back; what no database takes is left out, or nothing after it would be counted. */
	private static <K> void take(ConcurrentHashMap<K, Long> counts, K key, java.util.function.LongConsumer write) {
		Long times = counts.remove(key);
		if (times == null) {
			return;
		}
		try {
			write.accept(times);
		}
		catch (DataIntegrityViolationException never) {
			LOG.warn("A search could not be counted: {}", never.getClass().getSimpleName());
		}
		catch (DataAccessException unreachable) {
			counts.merge(key, times, Long::sum);
			throw unreachable;
		}
	}

	private static boolean noCharacter(int point) {
		return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(ZONE));
	}

}
