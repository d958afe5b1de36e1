package vn.motcua.reporting.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.sun.management.ThreadMXBean;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.IndicatorCode;

/** A = 10, B = 4, C is missing; A[SEX=F] = 6, A[SEX=M] = 4, last year A = 8, below A = 10. */
class FormulaTests {

	private static final FormulaNames NAMES = new FormulaNames() {

		@Override
		public boolean known(IndicatorCode indicator) {
			return List.of("A0", "B0", "C0", "P0").contains(indicator.value());
		}

		@Override
		public List<Breakdown> parts(IndicatorCode indicator) {
			return indicator.value().equals("A0") ? List.of(new Breakdown("SEX=F"), new Breakdown("SEX=M"), new Breakdown("AGE=0-14,SEX=F")) : List.of();
		}

		@Override
		public boolean has(IndicatorCode indicator, Breakdown breakdown) {
			return breakdown.whole() || parts(indicator).contains(breakdown);
		}

		@Override
		public String unit(IndicatorCode indicator) {
			return indicator.value().equals("P0") ? "percent" : "person";
		}

	};

	private static final Map<String, BigDecimal> FIGURES = Map.of("A0NOW", BigDecimal.TEN, "B0NOW", new BigDecimal(4), "A0[SEX=F]NOW", new BigDecimal(6), "A0[SEX=M]NOW",
			new BigDecimal(4), "A0LAST_YEAR", new BigDecimal(8), "A0BELOW", BigDecimal.TEN, "P0NOW", new BigDecimal("0.1"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1 + 2 * 3 | 7", "(1 + 2) * 3 | 9", "A0 - B0 - 1 | 5", "-B0 + 10 | 6", "A0 / B0 | 2.5", "0.1 + 0.2 | 0.3", "A0[SEX=F] + A0[SEX=M] | 10",
			"sum(A0[SEX=*]) | 10", "sum(A0, C0, 1) | 11", "min(A0, B0) | 4", "max(A0, B0, 20) | 20", "abs(B0 - A0) | 6", "round(2 / 3, 2) | 0.67", "round(2.5) | 3",
			"if A0 > B0 then 1 else 2 | 1", "(A0 / lastyear(A0) - 1) * 100 | 25", "below(A0) - A0 | 0", "if missing(C0) then 0 else C0 | 0" })
	void givesNumbers(String text, BigDecimal expected) {
		assertThat(number(text)).isEqualByComparingTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "C0", "A0 + C0", "A0 / 0", "A0 / (B0 - 4)", "prev(A0)", "sum(C0)", "A0 * (1 / (A0 - 10))" })
	void missingMakesMissingAndSoDoesDivisionByZero(String text) {
		assertThat(number(text)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "A0 = 10 | true", "A0 != 10 | false", "A0 >= B0 and B0 < 5 | true", "A0 < B0 or A0 = 10.00 | true", "not(A0 = 10) | false",
			"missing(prev(A0)) or prev(A0) = A0 | true", "C0 = 1 and false | false", "C0 = 1 or true | true", "true | true", "A0 = sum(A0[SEX=*]) | true" })
	void rulesHoldOrNot(String text, boolean expected) {
		assertThat(Formula.rule(text, NAMES).formula().orElseThrow().truth(FormulaTests::amount)).isEqualTo(expected);
	}

	@Test
	void aRuleOverMissingFiguresSaysNothing() {
		assertThat(Formula.rule("C0 = A0", NAMES).formula().orElseThrow().truth(FormulaTests::amount)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "A0 + | end | 4", "A0 B0 | unexpected | 3", "A0 ; B0 | sign | 3", "D0 + 1 | no-indicator | 0", "A0[SEX=X] | no-cell | 0", "(A0 | expected | 3",
			"A0 + (B0 > 1) | number | 5", "if A0 then 1 else 2 | truth | 3", "A0 > 1 | number | 0", "sqrt(A0) | function | 0", "round(A0, 9) | decimals | 10", "sum(A0[AGE=*]) | no-cell | 7",
			"A0[sex] | breakdown | 3", "prev(A0 + B0) | expected | 8", "a0 | no-indicator | 0", "'' | end | 0" })
	void whatIsWrongIsNamedWithItsPlace(String text, String rule, int at) {
		Formula.Compiled compiled = Formula.number(text, NAMES);
		assertThat(compiled.formula()).isEmpty();
		assertThat(compiled.findings().getFirst().rule()).isEqualTo(rule);
		assertThat(compiled.findings().getFirst().at()).isEqualTo(at);
	}

	@Test
	void deepAndLongFormulasAreRefused() {
		assertThat(Formula.number("(".repeat(100) + "1" + ")".repeat(100), NAMES).findings().getFirst().rule()).isEqualTo("too-deep");
		assertThat(Formula.number("1" + " + 1".repeat(1000), NAMES).findings().getFirst().rule()).isEqualTo("too-long");
	}

	@Test
	void whatIsLargerThanAnyAmountIsMissing() {
		assertThat(number("999999999999999 * 999999999999999")).as("the square of an amount").isEqualByComparingTo("999999999999998000000000000001");
		assertThat(number("999999999999999" + " * 999999999999999".repeat(3))).isNull();
		assertThat(number("sum(A0, 999999999999999" + " * 999999999999999".repeat(100) + ")")).as("and is left out of sums").isEqualByComparingTo("10");
	}

	@Test
	void unitsThatDoNotMatchAreAWarning() {
		Formula.Compiled compiled = Formula.number("A0 + P0", NAMES);
		assertThat(compiled.formula()).isPresent();
		assertThat(compiled.findings()).singleElement().satisfies(finding -> {
			assertThat(finding.warning()).isTrue();
			assertThat(finding.values()).containsEntry("one", "person").containsEntry("other", "percent");
		});
		assertThat(Formula.number("A0 * P0 + B0", NAMES).findings()).as("a product has its own unit").isEmpty();
	}

	@Test
	void cyclesAreNamed() {
		Map<String, Formula> formulas = new LinkedHashMap<>();
		formulas.put("A0", compiled("B0 + 1"));
		formulas.put("B0", compiled("P0 * 2"));
		formulas.put("P0", compiled("A0 - C0"));
		assertThat(FormulaOrder.of(formulas, Reference::toString).cycleInWords()).isEqualTo("A0 → B0 → P0 → A0");
		formulas.put("P0", compiled("prev(A0) - C0"));
		assertThat(FormulaOrder.of(formulas, Reference::toString).order()).as("an earlier period is no cycle").containsExactly("P0", "B0", "A0");
	}

	/** What is read once is computed with next to no memory each time: nothing of its text is looked at again. */
	@Test
	void isReadOnceAndComputedManyTimes() {
		Formula formula = compiled("(A0 + B0) * 100 - A0[SEX=F]");
		Map<Reference, BigDecimal> figures = new HashMap<>();
		formula.references().forEach(reference -> figures.put(reference, BigDecimal.TEN));
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		BigDecimal sum = formula.number(figures::get);
		long before = threads.getCurrentThreadAllocatedBytes();
		for (int round = 1; round < 10_000; round++) {
			sum = sum.add(formula.number(figures::get));
		}
		assertThat(sum).isEqualByComparingTo("19900000");
		assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 10_000).as("bytes each time").isLessThan(2_000);
	}

	private static Formula compiled(String text) {
		return Formula.number(text, NAMES).formula().orElseThrow();
	}

	private static @Nullable BigDecimal number(String text) {
		Formula.Compiled compiled = Formula.number(text, NAMES);
		assertThat(compiled.findings()).as(text).isEmpty();
		return compiled.formula().orElseThrow().number(FormulaTests::amount);
	}

	private static @Nullable BigDecimal amount(Reference reference) {
		return FIGURES.get(reference.toString() + reference.when());
	}

}
