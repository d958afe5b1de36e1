package vn.motcua.exchange.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code exchange/signs.yaml}: when signs are findings and what they cost.
 *
 * @param periodDays days in dossier codes that are counted together
 * @param leastDossiers fewer in the period get no score
 */
public record SignRules(int periodDays, int differencePoints, int differenceMost, int leastDossiers, Silence silence, Map<Sign, SignRule> signs) {

	/** When an agency that sends regularly is silent, in working days and hours. */
	public record Silence(int workingDays, int daysWithLines, double timesUsual, double leastHours) {
	}

	public SignRule of(Sign sign) {
		return Objects.requireNonNull(signs.get(sign));
	}

	static SignRules packaged() {
		try (InputStream file = SignRules.class.getResourceAsStream("/exchange/signs.yaml")) {
			Map<String, Object> rules = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
			Map<Sign, SignRule> signs = new EnumMap<>(Sign.class);
			map(rules.get("signs")).forEach((key, rule) -> {
				Sign sign = Sign.find(key).orElseThrow(() -> new IllegalStateException("no sign is called " + key));
				signs.put(sign, rule(sign, new LinkedHashMap<>(map(rule))));
			});
			Map<String, Object> silence = map(rules.get("silence"));
			return new SignRules(whole(rules, "period-days"), whole(rules, "difference-points"), whole(rules, "difference-most"), whole(rules, "least-dossiers"),
					new Silence(whole(silence, "working-days"), whole(silence, "days-with-lines"), number(silence, "times-usual"), number(silence, "least-hours")),
					Map.copyOf(signs));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static SignRule rule(Sign sign, Map<String, Object> written) {
		SignRule known = new SignRule(sign, whole(written, "weight"), whole(written, "least"), whole(written, "of"), number(written, "from"), number(written, "full"), Map.of(),
				String.valueOf(written.get("source")));
		written.keySet().removeAll(java.util.Set.of("weight", "least", "of", "from", "full", "source"));
		Map<String, Double> limits = new LinkedHashMap<>();
		written.keySet().forEach(name -> limits.put(name, number(written, name)));
		return new SignRule(sign, known.weight(), known.least(), known.of(), known.from(), known.full(), Map.copyOf(limits), known.source());
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object written) {
		return (Map<String, Object>) written;
	}

	private static int whole(Map<String, Object> from, String name) {
		return ((Number) Objects.requireNonNull(from.get(name), name)).intValue();
	}

	private static double number(Map<String, Object> from, String name) {
		return ((Number) Objects.requireNonNull(from.get(name), name)).doubleValue();
	}

}
