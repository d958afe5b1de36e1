package vn.motcua.kernel.paging;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Part of a longer list.
 *
 * @param items at most the asked-for number
 * @param next opaque place to go on from, {@code null} at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {

	public Slice {
		items = List.copyOf(items);
	}

	/** Cuts the {@code limit + 1} rows a store read into a slice; the extra row only tells that there is more. */
	public static <T> Slice<T> of(List<T> rows, int limit, Function<T, Cursor> place) {
		if (rows.size() <= limit) {
			return new Slice<>(rows, null);
		}
		List<T> items = rows.subList(0, limit);
		return new Slice<>(items, place.apply(items.getLast()).encoded());
	}

	public <R> Slice<R> map(Function<T, R> mapping) {
		return new Slice<>(items.stream().map(mapping).toList(), next);
	}

}
