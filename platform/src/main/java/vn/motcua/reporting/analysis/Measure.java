package vn.motcua.reporting.analysis;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.formula.Formula;
import vn.motcua.reporting.formula.Reference;

/**
 * An indicator, or a part of it, and where its figures come from.
 *
 * @param part the breakdown as people call it; {@code null} for the whole
 * @param source where it is reported; {@code null} for a computed one
 * @param formula what it is computed by; {@code null} for a reported one
 * @param inputs what the formula reads, reported or computed themselves
 */
public record Measure(Indicator indicator, Breakdown breakdown, @Nullable LocalizedText part, @Nullable Source source, @Nullable Formula formula, Map<Reference, Measure> inputs) {

	public Measure {
		inputs = Map.copyOf(inputs);
	}

	static Measure reported(Source source, @Nullable LocalizedText part) {
		return new Measure(source.indicator(), source.cell().breakdown(), part, source, null, Map.of());
	}

	/** Every cell it is made of in the end. */
	public List<Source> sources() {
		return source != null ? List.of(source) : inputs.values().stream().flatMap(input -> input.sources().stream()).distinct().toList();
	}

	/** How many years before the first period its formula can reach; {@code prev} reaches into the year before as {@code lastyear} does. */
	int yearsBack() {
		return inputs.entrySet().stream().mapToInt(input -> (input.getKey().when() == Reference.When.NOW ? 0 : 1) + input.getValue().yearsBack()).max().orElse(0);
	}

	public int decimals() {
		return source != null ? source.cell().decimals() : indicator.decimals();
	}

	/** The regime its figures are named by; of several inputs the first set up. */
	public Regime regime() {
		return Stream.concat(Stream.ofNullable(source), sources().stream()).map(Source::regime).min(java.util.Comparator.comparing(Regime::number)).orElseThrow();
	}

}
