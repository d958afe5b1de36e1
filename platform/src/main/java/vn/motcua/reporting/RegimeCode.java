package vn.motcua.reporting;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Code of a report regime (<i>mã chế độ báo cáo</i>), for example {@code VPCP.KSTTHC.THANG}; 2 to 40 capital letters, digits, dots and hyphens. */
public record RegimeCode(@JsonValue String value) implements Comparable<RegimeCode> {

	private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]*([.-][A-Z0-9]+)*");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RegimeCode {
		if (value.length() < 2 || value.length() > 40 || !FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("a regime's code is 2 to 40 capital letters and digits in groups");
		}
	}

	@Override
	public int compareTo(RegimeCode other) {
		return value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return value;
	}

}
