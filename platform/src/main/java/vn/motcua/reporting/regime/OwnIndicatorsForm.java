package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.site.Page;
import vn.motcua.site.component.FieldError;

/** What an officer says about the indicators that a draft has of its own: names, units, definitions and how they are put together, all on one page. */
public final class OwnIndicatorsForm {

	/** Over units; the latest is one over time only. */
	public static final List<Aggregation> OVER_UNITS = Arrays.stream(Aggregation.values()).filter(way -> way != Aggregation.LAST).toList();

	public static final List<Aggregation> OVER_TIME = List.of(Aggregation.values());

	private static final Map<String, String> LABELS = Map.of("ten-", "name", "nghia-", "definition", "don-vi-", "unit", "le-", "decimals", "gop-", "over-units", "thoi-gian-", "over-time",
			"quyen-so-", "weight");

	private static final int LONGEST_NAME = 300;

	private static final int LONGEST_DEFINITION = 2_000;

	private final MultiValueMap<String, String> values;

	private final UnitWords units;

	private final Map<String, FieldProblem> problems = new LinkedHashMap<>();

	OwnIndicatorsForm(MultiValueMap<String, String> values, UnitWords units) {
		this.values = new LinkedMultiValueMap<>(values);
		this.units = units;
	}

	static OwnIndicatorsForm of(List<Indicator> own, UnitWords units, Locale language) {
		MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
		for (Indicator one : own) {
			String code = one.code().value();
			values.add("ten-" + code, one.name().vi());
			values.add("ten-en-" + code, one.name().en().equals(one.name().vi()) ? "" : one.name().en());
			values.add("don-vi-" + code, units.words(one.unit(), language));
			values.add("le-" + code, Integer.toString(one.decimals()));
			values.add("nghia-" + code, one.definition().vi().equals(one.name().vi()) ? "" : one.definition().vi());
			values.add("nghia-en-" + code, one.definition().en().equals(one.definition().vi()) || one.definition().en().equals(one.name().en()) ? "" : one.definition().en());
			values.add("gop-" + code, one.overUnits().name());
			values.add("thoi-gian-" + code, one.overTime().name());
			values.add("quyen-so-" + code, one.weight() == null ? "" : one.weight().value());
		}
		return new OwnIndicatorsForm(values, units);
	}

	/** What may be said for many at once; the others need a formula or a weight of each. */
	public static List<Aggregation> ofMany(List<Aggregation> ways) {
		return ways.stream().filter(way -> way != Aggregation.RATIO_OF_SUMS && way != Aggregation.WEIGHTED_MEAN).toList();
	}

	/**
	 * Puts what is said for many indicators into each of them; what is computed again from sums stays so.
	 *
	 * @param many those that it is said for
	 * @param placed those with places in sheets: what their figures are counted in stays
	 * @return how many it was put into
	 */
	int spread(List<Indicator> many, Set<IndicatorCode> placed) {
		String unit = value("tat-ca-don-vi");
		if (!unit.isEmpty() && !UnitWords.possible(unit)) {
			wrong("tat-ca-don-vi", "unit", Map.of());
			return 0;
		}
		for (Indicator one : many) {
			String code = one.code().value();
			if (!unit.isEmpty()) {
				values.set("don-vi-" + code, unit);
			}
			if (!placed.contains(one.code())) {
				spread("gop-", code, OVER_UNITS);
			}
			spread("thoi-gian-", code, OVER_TIME);
		}
		return many.size();
	}

	private void spread(String field, String code, List<Aggregation> ways) {
		if (!value(field + code).equals(Aggregation.RATIO_OF_SUMS.name())) {
			ofMany(ways).stream().filter(way -> way.name().equals(value("tat-ca-" + field.replaceFirst("-$", "")))).forEach(way -> values.set(field + code, way.name()));
		}
	}

	public String value(String field) {
		String value = values.getFirst(field);
		return value == null ? "" : value.strip();
	}

	public boolean wrong(String field) {
		return problems.containsKey(field);
	}

	public @Nullable String problem(Page page, String field) {
		FieldProblem problem = problems.get(field);
		return problem == null ? null : page.problem(problem);
	}

	public List<FieldError> lines(Page page) {
		return problems.entrySet().stream().map(problem -> new FieldError(problem.getKey(),
				page.t("reporting.design.field", "label", label(page, problem.getKey()), "problem", page.problem(problem.getValue())))).toList();
	}

	/** As its input is called. */
	private static String label(Page page, String field) {
		if (field.equals("tat-ca-don-vi")) {
			return page.t("reporting.indicator.unit");
		}
		return LABELS.entrySet().stream().filter(one -> field.startsWith(one.getKey())).findFirst()
			.map(one -> page.t("reporting.design.own." + one.getValue() + "-of", "code", field.substring(one.getKey().length()))).orElse(field);
	}

	boolean sound() {
		return problems.isEmpty();
	}

	/**
	 * The indicators as the page says they are.
	 *
	 * @param placed those with places in sheets: what their figures are counted in stays
	 * @param computed those that a cell computes
	 * @param weights what may weigh another
	 */
	List<Indicator> indicators(List<Indicator> own, Set<IndicatorCode> placed, Set<IndicatorCode> computed, Set<IndicatorCode> weights) {
		List<Indicator> said = new ArrayList<>();
		for (Indicator one : own) {
			if (values.containsKey("ten-" + one.code())) {
				said.add(indicator(one, placed.contains(one.code()), computed.contains(one.code()), weights));
			}
		}
		return said;
	}

	private Indicator indicator(Indicator one, boolean placed, boolean computed, Set<IndicatorCode> weights) {
		String code = one.code().value();
		LocalizedText name = text("ten-", code, one.name(), LONGEST_NAME);
		LocalizedText definition = value("nghia-" + code).isEmpty() ? name : text("nghia-", code, name, LONGEST_DEFINITION);
		Aggregation overUnits = placed ? one.overUnits() : way("gop-" + code, OVER_UNITS, one.overUnits());
		Aggregation overTime = way("thoi-gian-" + code, OVER_TIME, one.overTime());
		@Nullable IndicatorCode weight = placed ? one.weight() : weights.stream().filter(other -> other.value().equals(value("quyen-so-" + code)) && !other.equals(one.code())).findFirst().orElse(null);
		if (weight == null && (overUnits == Aggregation.WEIGHTED_MEAN || overTime == Aggregation.WEIGHTED_MEAN)) {
			wrong("quyen-so-" + code, "weight", Map.of("name", name.vi()));
		}
		if (!computed && (overUnits == Aggregation.RATIO_OF_SUMS || overTime == Aggregation.RATIO_OF_SUMS)) {
			wrong((overUnits == Aggregation.RATIO_OF_SUMS ? "gop-" : "thoi-gian-") + code, "ratio", Map.of("name", name.vi()));
		}
		return new Indicator(one.code(), one.field(), name, unit(code), placed ? one.decimals() : decimals(code), definition, one.formula(), one.dimensions(), overUnits, overTime, weight,
				one.responsible(), one.frequency(), one.source());
	}

	private LocalizedText text(String field, String code, LocalizedText otherwise, int longest) {
		String vi = value(field + code);
		String en = value(field + "en-" + code);
		if (vi.isEmpty()) {
			wrong(field + code, "required", Map.of());
			return otherwise;
		}
		if (vi.length() > longest || en.length() > longest) {
			wrong(field + code, "too-long", Map.of("max", longest));
			return otherwise;
		}
		return new LocalizedText(vi, en);
	}

	private String unit(String code) {
		String typed = value("don-vi-" + code);
		if (!typed.isEmpty() && !UnitWords.possible(typed)) {
			wrong("don-vi-" + code, "unit", Map.of());
		}
		return typed.isEmpty() ? Indicator.NO_UNIT : units.unit(typed);
	}

	private int decimals(String code) {
		if (!value("le-" + code).matches("[0-6]")) {
			wrong("le-" + code, "number", Map.of("least", 0, "most", 6));
			return 0;
		}
		return Integer.parseInt(value("le-" + code));
	}

	private Aggregation way(String field, List<Aggregation> possible, Aggregation otherwise) {
		return possible.stream().filter(way -> way.name().equals(value(field))).findFirst().orElse(otherwise);
	}

	private void wrong(String field, String rule, Map<String, Object> said) {
		problems.putIfAbsent(field, new FieldProblem("/" + field, "reporting.design." + rule, said));
	}

}
