package vn.motcua.reporting.analysis;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Answers that cost something and stay true for a minute; the least used go first. */
final class Remembered<T> {

	private static final long LIFE_NS = Duration.ofMinutes(1).toNanos();

	private record Kept<T>(T value, long atNs) {
	}

	private final Map<Object, Kept<T>> kept;

	Remembered(int most) {
		this.kept = new LinkedHashMap<>(16, 0.75f, true) {
			@Override
			protected boolean removeEldestEntry(Map.Entry<Object, Kept<T>> eldest) {
				return size() > most;
			}
		};
	}

	Optional<T> find(Object key) {
		@Nullable Kept<T> known;
		synchronized (kept) {
			known = kept.get(key);
		}
		return known != null && System.nanoTime() - known.atNs() < LIFE_NS ? Optional.of(known.value()) : Optional.empty();
	}

	T get(Object key, Supplier<T> maker) {
		Optional<T> known = find(key);
		if (known.isPresent()) {
			return known.get();
		}
		T made = maker.get();
		synchronized (kept) {
			kept.put(key, new Kept<>(made, System.nanoTime()));
		}
		return made;
	}

}
