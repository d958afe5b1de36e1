package vn.motcua.sandbox;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Which failures are switched on, and how often each has happened. */
public final class Failures {

	private final Set<Failure> on = ConcurrentHashMap.newKeySet();

	private final Map<Failure, AtomicLong> happened = new ConcurrentHashMap<>();

	/** Switches one on or off. */
	public void set(Failure failure, boolean to) {
		if (to) {
			on.add(failure);
		}
		else {
			on.remove(failure);
		}
	}

	/** Whether one is on. */
	public boolean on(Failure failure) {
		return on.contains(failure);
	}

	/** Whether one is on; then it happens now. */
	boolean happens(Failure failure) {
		if (on(failure)) {
			happened.computeIfAbsent(failure, _ -> new AtomicLong()).incrementAndGet();
		}
		return on(failure);
	}

	/** How often each has happened. */
	public Map<Failure, Long> counts() {
		Map<Failure, Long> counts = new TreeMap<>();
		happened.forEach((failure, count) -> counts.put(failure, count.get()));
		return counts;
	}

}
