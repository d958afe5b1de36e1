package vn.motcua.reporting.regime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.RegimeCode;

/**
 * Codes for the indicators that a form has of its own: by their place in it, or the next number where that code was given away already, by an earlier
 * version of the form or by another regime whose code begins alike. One code never means two things.
 */
final class OwnCodes {

	private final String prefix;

	private final Predicate<IndicatorCode> taken;

	private final Map<String, IndicatorCode> others = new HashMap<>();

	/** @param taken whether an indicator has the code already */
	OwnCodes(String prefix, Predicate<IndicatorCode> taken) {
		this.prefix = prefix;
		this.taken = taken;
	}

	/** Codes of a regime's own indicators begin with what the regime is called. */
	static String prefix(RegimeCode regime) {
		String plain = regime.value().replaceAll("[^A-Z0-9]", "");
		return plain.substring(0, Math.min(plain.length(), 12)) + "_";
	}

	/** By a place such as {@code B1R2C3}; the same for the same place. */
	IndicatorCode of(String place) {
		return at(place).filter(code -> !taken.test(code)).orElseGet(() -> others.computeIfAbsent(place, _ -> next()));
	}

	/** The code a place has when nobody has it; empty where rows and columns are called so that it would be none. */
	Optional<IndicatorCode> at(String place) {
		try {
			return Optional.of(new IndicatorCode(prefix + place));
		}
		catch (IllegalArgumentException none) {
			return Optional.empty();
		}
	}

	boolean own(IndicatorCode code) {
		return code.value().startsWith(prefix);
	}

	private IndicatorCode next() {
		return Stream.iterate(1, number -> number + 1).map(number -> new IndicatorCode(prefix + "N" + number))
			.filter(code -> !taken.test(code) && !others.containsValue(code)).findFirst().orElseThrow();
	}

}
