package vn.motcua.reporting.regime;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.entry.TypedNumber;
import vn.motcua.site.Page;
import vn.motcua.site.component.FieldError;

/** What an officer says that an indicator should reach in a year, and what is wrong with it. */
public final class TargetForm {

	private static final Map<String, String> LABELS = Map.of("nam", "year", "don-vi", "target.unit", "muc", "target", "nguon", "target.source");

	private static final int LONGEST_SOURCE = 500;

	private final MultiValueMap<String, String> values;

	private final Map<String, FieldProblem> problems = new LinkedHashMap<>();

	TargetForm(MultiValueMap<String, String> values) {
		this.values = values;
	}

	static TargetForm empty() {
		return new TargetForm(new LinkedMultiValueMap<>());
	}

	/**
	 * What is to be kept.
	 *
	 * @param agency number of the unit, 0 for the country
	 * @param amount {@code null} where there is to be no target any more
	 */
	record Said(int year, int agency, @Nullable BigDecimal amount, String source) {
	}

	/** With problems it is of no use. */
	@Nullable Said said(Indicator indicator, Provinces provinces, Locale language) {
		int year = value("nam").matches("20\\d{2}|2100") ? Integer.parseInt(value("nam")) : 0;
		if (year == 0) {
			wrong("nam", "design.number", Map.of("least", 2000, "most", 2100));
		}
		int agency = value("don-vi").isEmpty() ? 0 : provinces.find(value("don-vi")).map(province -> province.id().value()).orElse(-1);
		if (agency < 0) {
			wrong("don-vi", "design.province", Map.of("code", value("don-vi")));
		}
		if (value("nguon").length() > LONGEST_SOURCE) {
			wrong("nguon", "design.too-long", Map.of("max", LONGEST_SOURCE));
		}
		BigDecimal amount = amount(indicator, language);
		return problems.isEmpty() ? new Said(year, agency, amount, value("nguon").isEmpty() ? RegimeForm.UNVERIFIED : value("nguon")) : null;
	}

	private @Nullable BigDecimal amount(Indicator indicator, Locale language) {
		return switch (TypedNumber.of(value("muc"), language, indicator.decimals())) {
			case TypedNumber.Read read -> read.amount();
			case TypedNumber.Ambiguous two -> {
				wrong("muc", two.own() == null ? "foreign-number" : "ambiguous", Map.of("own", words(two.own(), language), "other", words(two.other(), language)));
				yield null;
			}
			case TypedNumber.Refused refused -> {
				wrong("muc", refused.rule(), Map.of("max", refused.rule().equals("digits") ? TypedNumber.MOST_DIGITS : indicator.decimals()));
				yield null;
			}
		};
	}

	private static String words(@Nullable BigDecimal amount, Locale language) {
		NumberFormat format = NumberFormat.getNumberInstance(language);
		format.setMaximumFractionDigits(TypedNumber.MOST_DIGITS);
		return amount == null ? "" : format.format(amount);
	}

	public String value(String field) {
		String value = values.getFirst(field);
		return value == null ? "" : value.strip();
	}

	public boolean sound() {
		return problems.isEmpty();
	}

	public @Nullable String words(Page page, String field) {
		FieldProblem problem = problems.get(field);
		return problem == null ? null : page.problem(problem);
	}

	public List<FieldError> lines(Page page) {
		return problems.entrySet().stream().map(one -> new FieldError(one.getKey(),
				page.t("reporting.design.field", "label", page.t("reporting.indicator." + LABELS.get(one.getKey())), "problem", page.problem(one.getValue())))).toList();
	}

	private void wrong(String field, String rule, Map<String, Object> said) {
		problems.putIfAbsent(field, new FieldProblem("/" + field, "reporting." + rule, said));
	}

}
