package vn.motcua.reporting.value;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.PeriodType;

/** Indicators of the tables alone, none with a formula of its own. */
record FixtureIndicators(JdbcTemplate jdbc) implements Indicators {

	@Override
	public Optional<Indicator> find(IndicatorCode code) {
		return all().stream().filter(indicator -> indicator.code().equals(code)).findFirst();
	}

	@Override
	public List<Indicator> all() {
		return jdbc.query("select code, decimals, over_units from reporting.indicator order by code", (row, _) -> new Indicator(new IndicatorCode(row.getString("code")), "labour",
				LocalizedText.same(row.getString("code")), "case", row.getInt("decimals"), LocalizedText.same("–"), null, List.of(),
				Aggregation.valueOf(row.getString("over_units")), Aggregation.SUM, null, null, PeriodType.MONTH, "unverified"));
	}

}
