package vn.motcua.reporting;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Code of an indicator (<i>mã chỉ tiêu</i>): capital letters and digits, a letter first, 2 to 24 signs, for example {@code LD0301}. */
public record IndicatorCode(@JsonValue String value) implements Comparable<IndicatorCode> {

	private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,23}");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public IndicatorCode {
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("an indicator's code is 2 to 24 capital letters, digits and _");
		}
	}

	@Override
	public int compareTo(IndicatorCode other) {
		return value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return value;
	}

}
