package vn.motcua.exchange.mapi;

import java.util.Map;

/** A call that is answered with a code other than {@code 0} as a whole, on its way out. */
final class MapiRefusal extends RuntimeException {

	private final transient MapiCode code;

	private final transient Map<String, Object> values;

	private final transient String words;

	MapiRefusal(MapiCode code) {
		this(code, "exchange.mapi." + code.number(), Map.of());
	}

	/** @param words key of the message */
	MapiRefusal(MapiCode code, String words, Map<String, Object> values) {
		super(words, null, false, false);
		this.code = code;
		this.words = words;
		this.values = values;
	}

	MapiCode code() {
		return code;
	}

	String words() {
		return words;
	}

	Map<String, Object> values() {
		return values;
	}

}
