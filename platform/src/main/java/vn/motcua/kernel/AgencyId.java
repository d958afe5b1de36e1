package vn.motcua.kernel;

/**
 * Stable number of one agency or administrative unit (<i>cơ quan, đơn vị hành chính</i>) for its whole life. Statistics
 * codes and names are attributes with validity: the code 24 was Bắc Giang and is Bắc Ninh since 01/07/2025, so a code
 * never identifies a unit.
 */
public record AgencyId(int value) implements Comparable<AgencyId> {

	public AgencyId {
		if (value <= 0) {
			throw new IllegalArgumentException("an agency id is a positive number");
		}
	}

	@Override
	public int compareTo(AgencyId other) {
		return Integer.compare(value, other.value);
	}

	@Override
	public String toString() {
		return Integer.toString(value);
	}

}
