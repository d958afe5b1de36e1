package vn.motcua.reporting.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.cli.Loading;
import vn.motcua.reporting.DemoPart;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.analysis.DemoFigures;
import vn.motcua.site.Page;

/** Plans of the year for some of the provinces' indicators, about as high as their made-up figures will come; taken in as {@code ./motcua load} takes a file of targets. */
@Component
@Order(4)
@ConditionalOnBooleanProperty("motcua.demo")
class DemoTargets implements DemoPart {

	static final List<IndicatorCode> INDICATORS = List.of(new IndicatorCode("TT0204"), new IndicatorCode("TC0101"), new IndicatorCode("KD0101"));

	private static final String HEADER = "indicator,year,agency,amount,source";

	private static final MathContext AS_PLANS_ARE_WRITTEN = new MathContext(3);

	private final Agencies agencies;

	private final List<Loading> loadings;

	private final Clock clock;

	DemoTargets(Agencies agencies, List<Loading> loadings, Clock clock) {
		this.agencies = agencies;
		this.loadings = loadings;
		this.clock = clock;
	}

	/** Those of each year are a part, left alone once they are there: somebody may have loaded others. */
	@Override
	public String name() {
		return "targets-" + year();
	}

	@Override
	public int make() {
		load(file(year()));
		return 0;
	}

	private int year() {
		return LocalDate.now(clock.withZone(Page.ZONE)).getYear();
	}

	String file(int year) {
		DemoFigures figures = new DemoFigures(agencies);
		List<Agency> provinces = agencies.all(Agency.Level.PROVINCE, LocalDate.of(year, Month.DECEMBER, 31));
		StringBuilder lines = new StringBuilder(HEADER).append('\n');
		for (IndicatorCode indicator : INDICATORS) {
			BigDecimal country = BigDecimal.ZERO;
			for (Agency province : provinces) {
				BigDecimal planned = planned(figures, province, indicator, year);
				country = country.add(planned);
				line(lines, indicator, year, "id:" + province.id(), planned);
			}
			line(lines, indicator, year, "", country);
		}
		return lines.toString();
	}

	private static BigDecimal planned(DemoFigures figures, Agency province, IndicatorCode indicator, int year) {
		BigDecimal sum = BigDecimal.ZERO;
		for (Month month : Month.values()) {
			sum = sum.add(figures.of(province, YearMonth.of(year, month), indicator, 1));
		}
		double ambition = 0.94 + 0.12 * DemoFigures.random(province.code() + indicator + year);
		return sum.multiply(BigDecimal.valueOf(ambition)).round(AS_PLANS_ARE_WRITTEN);
	}

	private static void line(StringBuilder lines, IndicatorCode indicator, int year, String agency, BigDecimal amount) {
		lines.append(indicator).append(',').append(year).append(',').append(agency).append(',').append(amount.toPlainString()).append(',').append(DemoFigures.SOURCE).append('\n');
	}

	private void load(String text) {
		Loading loading = loadings.stream().filter(one -> one.takes(HEADER)).findFirst().orElseThrow();
		try {
			List<String> findings = loading.load(new BufferedReader(new StringReader(text)), false).findings();
			if (!findings.isEmpty()) {
				throw new IllegalStateException("targets" + findings);
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
