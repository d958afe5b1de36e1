package vn.motcua.agency.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Rows sorted by a number many of them share: two arrays instead of a map of lists. */
final class Rows<T> {

	private final int[] keys;

	private final List<T> rows;

	private Rows(int[] keys, List<T> rows) {
		this.keys = keys;
		this.rows = rows;
	}

	/** Rows of one key keep the order they come in. */
	static <T> Rows<T> by(ToIntFunction<T> key, Collection<T> rows) {
		List<T> sorted = rows.stream().sorted(Comparator.comparingInt(key)).toList();
		return new Rows<>(sorted.stream().mapToInt(key).toArray(), sorted);
	}

	List<T> all() {
		return rows;
	}

	List<T> of(int key) {
		int at = Arrays.binarySearch(keys, key);
		if (at < 0) {
			return List.of();
		}
		int start = at;
		int end = at + 1;
		while (start > 0 && keys[start - 1] == key) {
			start--;
		}
		while (end < keys.length && keys[end] == key) {
			end++;
		}
		return rows.subList(start, end);
	}

}
