package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.formula.Formula;
import vn.motcua.reporting.formula.FormulaOrder;
import vn.motcua.reporting.formula.IndicatorNames;
import vn.motcua.reporting.formula.TemplateFormulas;

/** What the release packages is whole: every name resolves, every formula compiles, both languages have words. */
class PackagedDesignTests {

	private static final Map<String, String> FILES = PackagedDesign.files();

	private static final Map<IndicatorCode, Indicator> INDICATORS = indicators();

	private static final Map<String, WrittenRegime> REGIMES = FILES.entrySet().stream().filter(file -> file.getKey().endsWith(".yaml"))
		.collect(Collectors.toMap(Map.Entry::getKey, file -> RegimeFile.read(file.getValue())));

	@Test
	void everyIndicatorHasWordsAndDimensions() throws IOException {
		DesignCsv csv = new DesignCsv();
		Set<String> dimensions = csv.dimensions(FILES.get("dimensions.csv").lines().toList()).stream().map(Dimension::code).collect(Collectors.toSet());
		for (String language : List.of("vi", "en")) {
			Properties words = new Properties();
			words.load(new InputStreamReader(getClass().getResourceAsStream("/messages/reporting_" + language + ".properties"), StandardCharsets.UTF_8));
			assertThat(INDICATORS.values()).allSatisfy(indicator -> {
				assertThat(words).containsKeys("reporting.unit." + indicator.unit(), "reporting.field." + indicator.field());
				assertThat(dimensions).containsAll(indicator.dimensions());
				assertThat(indicator.definition().vi()).as(indicator.code() + " says more than its name").isNotBlank().isNotEqualTo(indicator.name().vi());
			});
		}
		assertThat(csv.findings()).isEmpty();
	}

	@Test
	void formulasOfIndicatorsCompileAndNeedNoCycle() {
		IndicatorNames names = new IndicatorNames(code -> Optional.ofNullable(INDICATORS.get(code)));
		Map<String, Formula> formulas = new LinkedHashMap<>();
		INDICATORS.values().stream().filter(Indicator::computed).forEach(indicator -> {
			Formula.Compiled compiled = Formula.number(indicator.formula(), names);
			assertThat(compiled.findings()).as(indicator.code() + " " + indicator.formula()).isEmpty();
			formulas.put(indicator.code().value(), compiled.formula().orElseThrow());
		});
		assertThat(formulas).hasSizeGreaterThan(20);
		assertThat(FormulaOrder.of(formulas, reference -> reference.indicator().value()).cycle()).isEmpty();
	}

	@Test
	void regimesCompileAndSayWhatTheDecreeAsks() {
		assertThat(REGIMES).hasSizeGreaterThanOrEqualTo(19);
		assertThat(REGIMES.values().stream().map(WrittenRegime::owner).distinct()).hasSizeGreaterThanOrEqualTo(10);
		assertThat(REGIMES.values().stream().map(WrittenRegime::period)).contains(PeriodType.values());
		REGIMES.forEach((file, regime) -> {
			assertThat(TemplateFormulas.of(regime.template(), code -> Optional.ofNullable(INDICATORS.get(code))).findings().stream().filter(finding -> !finding.finding().warning()))
				.as(file).isEmpty();
			List<UnknownIndicator> unknown = new java.util.ArrayList<>();
			assertThat(DesignIntake.specs(regime.template(), INDICATORS, unknown)).as(file).isNotEmpty();
			assertThat(unknown).as(file).isEmpty();
			assertThat(regime.regimeContent(List.of()).methods()).as(file).isSubsetOf(RegimeContent.METHODS);
			assertThat(regime.content().en()).as(file + " in English").isNotEqualTo(regime.content().vi());
		});
	}

	@Test
	void aRegimeKeptAsJsonIsTheSame() {
		REGIMES.forEach((file, regime) -> {
			assertThat(DesignJson.KEPT.readValue(DesignJson.KEPT.writeValueAsString(regime.template()), vn.motcua.reporting.Template.class)).as(file).isEqualTo(regime.template());
			assertThat(DesignJson.KEPT.readValue(DesignJson.KEPT.writeValueAsString(regime.regimeContent(List.of())), RegimeContent.class)).as(file).isEqualTo(regime.regimeContent(List.of()));
		});
	}

	@Test
	void targetsAreOfKnownIndicators() {
		DesignCsv csv = new DesignCsv();
		assertThat(csv.targets(FILES.get("targets.csv").lines().toList(), INDICATORS::containsKey, (code, year) -> null)).isNotEmpty();
		assertThat(csv.findings()).isEmpty();
	}

	private static Map<IndicatorCode, Indicator> indicators() {
		DesignCsv csv = new DesignCsv();
		List<Indicator> all = csv.indicators(FILES.get("indicators.csv").lines().toList(), kind -> new AgencyId(1));
		assertThat(csv.findings()).isEmpty();
		return all.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
	}

}
