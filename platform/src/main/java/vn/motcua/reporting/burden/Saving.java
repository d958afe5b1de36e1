package vn.motcua.reporting.burden;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What reporting here saves in a year: reports × (hours on paper − hours here) × income of an hour. Below nothing when it takes longer here than on paper.
 *
 * @param hours working hours
 * @param amountVnd đồng
 */
public record Saving(BigDecimal hours, long amountVnd) {

	static Saving of(long reports, BigDecimal hoursOnPaper, BigDecimal hoursHere, long hourVnd) {
		BigDecimal hours = hoursOnPaper.subtract(hoursHere).multiply(BigDecimal.valueOf(reports));
		return new Saving(hours, hours.multiply(BigDecimal.valueOf(hourVnd)).setScale(0, RoundingMode.HALF_UP).longValueExact());
	}

}
