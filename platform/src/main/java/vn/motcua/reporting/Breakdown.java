package vn.motcua.reporting;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which part of an indicator a value is of (<i>phân tổ</i>): items of dimensions in the order of the dimensions' codes, {@code AGE=0-5,SEX=F};
 * empty for the whole.
 */
public record Breakdown(@JsonValue String value) implements Comparable<Breakdown> {

	public static final Breakdown WHOLE = new Breakdown("");

	private static final Pattern PART = Pattern.compile("[A-Z][A-Z0-9_]{0,15}=[A-Za-z0-9_.+-]{1,24}");

	private static final int MOST_PARTS = 4;

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Breakdown {
		String[] parts = value.isEmpty() ? new String[0] : value.split(",", -1);
		if (parts.length > MOST_PARTS || !Arrays.stream(parts).allMatch(part -> PART.matcher(part).matches())) {
			throw new IllegalArgumentException("a breakdown is up to 4 parts DIMENSION=ITEM joined by commas");
		}
		value = Arrays.stream(parts).sorted().collect(Collectors.joining(","));
	}

	public boolean whole() {
		return value.isEmpty();
	}

	@Override
	public int compareTo(Breakdown other) {
		return value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return value;
	}

}
