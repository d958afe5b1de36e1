package vn.motcua.site.component;

import org.jspecify.annotations.Nullable;

/** One option of radios, checkboxes or a select. */
public record Choice(String value, String label, @Nullable String hint) {

	public Choice(String value, String label) {
		this(value, label, null);
	}

}
