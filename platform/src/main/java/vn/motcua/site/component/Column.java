package vn.motcua.site.component;

import org.jspecify.annotations.Nullable;

/**
 * Head of a table's column.
 *
 * @param sortHref this page sorted by the column, {@code null} where it cannot be
 * @param sorted {@code ascending}, {@code descending} or {@code null}
 */
public record Column(String label, boolean numeric, @Nullable String sortHref, @Nullable String sorted) {

	public static Column of(String label) {
		return new Column(label, false, null, null);
	}

	public static Column number(String label) {
		return new Column(label, true, null, null);
	}

	public static Column sortable(String label, String sortHref, @Nullable String sorted) {
		return new Column(label, false, sortHref, sorted);
	}

}
