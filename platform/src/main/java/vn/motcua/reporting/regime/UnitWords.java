package vn.motcua.reporting.regime;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import vn.motcua.reporting.Indicator;
import vn.motcua.site.Messages;

/** Units of measure by their words in either language; what is called otherwise is a unit by its own words. */
final class UnitWords {

	private static final Pattern POSSIBLE = Pattern.compile("(?:1[.,]?0{2,3}(?:[.,]?000)? )?[\\p{L}%‰µ°][\\p{L}\\p{N} %‰µ°²³./-]{0,39}");

	private static final Pattern THOUSAND = Pattern.compile("^(1[.,]?000|ngan) ");

	private static final Pattern MILLION = Pattern.compile("^1[.,]?000[.,]?000 ");

	private final Map<String, String> byWords = new HashMap<>();

	private final TreeSet<String> known = new TreeSet<>();

	private final Messages messages;

	UnitWords(List<Indicator> indicators, Messages messages) {
		this.messages = messages;
		for (String unit : new TreeSet<>(indicators.stream().map(Indicator::unit).filter(unit -> !unit.equals(Indicator.NO_UNIT)).toList())) {
			String key = "reporting.unit." + unit;
			known.add(unit);
			byWords.putIfAbsent(RegimeController.folded(unit), unit);
			if (messages.has(key)) {
				Stream.of(Locale.of("vi"), Locale.ENGLISH).forEach(language -> byWords.put(RegimeController.folded(messages.text(language, key)), unit));
			}
		}
	}

	/** The unit with exactly these words, a thousand and a million also as figures, else {@code otherwise}. */
	String find(String words, String otherwise) {
		return byWords.getOrDefault(MILLION.matcher(THOUSAND.matcher(RegimeController.folded(words)).replaceFirst("nghin ")).replaceFirst("trieu "), otherwise);
	}

	/** The unit with these words, else the words. */
	String unit(String words) {
		return find(words, words.strip());
	}

	/** Empty where nobody said one. */
	String words(String unit, Locale language) {
		return unit.equals(Indicator.NO_UNIT) ? "" : messages.has("reporting.unit." + unit) ? messages.text(language, "reporting.unit." + unit) : unit;
	}

	/** Words of all there are. */
	List<String> known(Locale language) {
		return known.stream().map(unit -> words(unit, language)).distinct().toList();
	}

	/** Whether words may be a unit: they stand in tables, files and formulas of others as they are. */
	static boolean possible(String words) {
		return POSSIBLE.matcher(words).matches();
	}

}
