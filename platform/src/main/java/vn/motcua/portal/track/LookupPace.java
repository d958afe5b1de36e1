package vn.motcua.portal.track;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.stereotype.Component;

/**
 * How often one network address may look something up by its code, so that nobody walks through all codes. Counted by
 * the minute in memory; a person who mistypes a few times never meets it.
 */
@Component
public class LookupPace {

	public static final int PER_MINUTE = 30;

	/** More addresses than this in one minute share one count. */
	private static final int MOST_ADDRESSES = 50_000;

	private final Clock clock;

	private volatile Minute minute = new Minute(0, new ConcurrentHashMap<>());

	public LookupPace(Clock clock) {
		this.clock = clock;
	}

	public boolean allows(String address) {
		Minute now = current();
		String counted = now.counts().size() < MOST_ADDRESSES || now.counts().containsKey(address) ? address : "";
		return now.counts().computeIfAbsent(counted, first -> new AtomicInteger()).incrementAndGet() <= PER_MINUTE;
	}

	private Minute current() {
		long number = clock.millis() / 60_000;
		Minute seen = minute;
		if (seen.number() != number) {
			seen = new Minute(number, new ConcurrentHashMap<>());
			minute = seen;
		}
		return seen;
	}

	private record Minute(long number, Map<String, AtomicInteger> counts) {
	}

}
