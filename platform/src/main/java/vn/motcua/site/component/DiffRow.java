package vn.motcua.site.component;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** One value before and after; {@code null} where there was or is none. */
public record DiffRow(String label, @Nullable String before, @Nullable String after) {

	public boolean changed() {
		return !Objects.equals(before, after);
	}

}
