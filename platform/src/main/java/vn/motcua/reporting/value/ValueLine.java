package vn.motcua.reporting.value;

import java.nio.charset.StandardCharsets;

/** One line of values where its fields lie in the bytes it came in. */
final class ValueLine {

	static final int REGIME = 0;

	static final int PERIOD = 1;

	static final int AGENCY = 2;

	static final int INDICATOR = 3;

	static final int BREAKDOWN = 4;

	static final int VALUE = 5;

	static final String[] FIELDS = { "regime", "period", "agency", "indicator", "breakdown", "value" };

	private static final int LONGEST_SHOWN = 40;

	byte[] bytes = new byte[0];

	final int[] from = new int[FIELDS.length];

	final int[] to = new int[FIELDS.length];

	/** From 1, the heading counted. */
	int number;

	/** The value stood there as a JSON number: a point in it parts decimals. */
	boolean plain;

	void empty(int field) {
		from[field] = 0;
		to[field] = 0;
	}

	String text(int field) {
		return new String(bytes, from[field], to[field] - from[field], StandardCharsets.UTF_8);
	}

	/** As it may stand in an answer: short, and nothing in it that is no sign. */
	String shown(int field) {
		int end = Math.min(to[field], from[field] + LONGEST_SHOWN);
		String text = new String(bytes, from[field], end - from[field], StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\\uFFFD]", "?");
		return end < to[field] ? text + "…" : text;
	}

	boolean same(int field, byte[] other, int length) {
		return java.util.Arrays.equals(bytes, from[field], to[field], other, 0, length);
	}

}
