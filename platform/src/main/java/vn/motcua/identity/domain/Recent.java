package vn.motcua.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was read a moment ago, so that the next request need not ask the database again: bounded in number and age. Nothing
 * is locked while a value is read; two readers may read the same value at once.
 */
public final class Recent<K, V> {

	private final ConcurrentHashMap<K, Read<V>> values = new ConcurrentHashMap<>();

	private final Clock clock;

	private final long ageMs;

	private final int most;

	private record Read<V>(Optional<V> value, long atMs) {
	}

	public Recent(Clock clock, Duration age, int most) {
		this.clock = clock;
		this.ageMs = age.toMillis();
		this.most = most;
	}

	public Optional<V> get(K key, Function<K, Optional<V>> read) {
		long now = clock.millis();
		Read<V> known = values.get(key);
		if (known != null && now - known.atMs < ageMs) {
			return known.value;
		}
		Optional<V> value = read.apply(key);
		makeRoom(now);
		values.put(key, new Read<>(value, now));
		return value;
	}

	public void forget(K key) {
		values.remove(key);
	}

	private void makeRoom(long now) {
		if (values.size() >= most) {
			values.values().removeIf(read -> now - read.atMs >= ageMs);
			if (values.size() >= most) {
				values.clear();
			}
		}
	}

}
