package vn.motcua.reporting.regime;

import java.math.BigDecimal;
import java.math.RoundingMode;

import vn.motcua.reporting.Regime;

/**
 * What reporting here saves in a year: reports × (hours on paper − hours here) × income of an hour. Income of an hour is that of the standard cost
 * model: a year's income per head over 2,112 hours.
 *
 * @param hours working hours saved
 * @param amountVnd đồng saved
 * @param hourVnd đồng for an hour
 */
public record Saving(BigDecimal hours, long amountVnd, long hourVnd) {

	/** 12 months × 22 days × 8 hours. */
	public static final int HOURS_IN_YEAR = 2_112;

	/** Income per head in 2024, 5.4 million đồng a month by the survey of living standards: unverified. */
	public static final long YEARLY_INCOME_VND = 64_800_000;

	static Saving of(Regime.Burden burden) {
		long hourVnd = YEARLY_INCOME_VND / HOURS_IN_YEAR;
		BigDecimal hours = burden.hoursOnPaper().subtract(burden.hoursElectronic()).multiply(BigDecimal.valueOf(burden.reportsInYear()));
		return new Saving(hours, hours.multiply(BigDecimal.valueOf(hourVnd)).setScale(0, RoundingMode.HALF_UP).longValueExact(), hourVnd);
	}

}
