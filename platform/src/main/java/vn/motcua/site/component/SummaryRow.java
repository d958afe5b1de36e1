package vn.motcua.site.component;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One row of a summary list.
 *
 * @param lines what stands beside the key, a paragraph each; empty for "not given"
 * @param changeHref where it can be changed, {@code null} for nowhere
 */
public record SummaryRow(String key, List<String> lines, @Nullable String changeHref) {

	public SummaryRow {
		lines = List.copyOf(lines);
	}

	public static SummaryRow of(String key, @Nullable String value) {
		return of(key, value, null);
	}

	public static SummaryRow of(String key, @Nullable String value, @Nullable String changeHref) {
		return new SummaryRow(key, value == null || value.isEmpty() ? List.of() : List.of(value), changeHref);
	}

}
