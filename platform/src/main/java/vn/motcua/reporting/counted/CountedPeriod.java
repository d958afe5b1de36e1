package vn.motcua.reporting.counted;

import java.time.Instant;
import java.time.LocalDate;

import vn.motcua.dossier.HandlingFigures;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.site.Page;

/**
 * A period that is counted.
 *
 * @param regime as the version says that the period runs on
 */
record CountedPeriod(Regime regime, Opening opening) {

	static Instant from(Opening opening) {
		return opening.period().from().atStartOfDay(Page.ZONE).toInstant();
	}

	static Instant until(Opening opening) {
		return opening.period().to().plusDays(1).atStartOfDay(Page.ZONE).toInstant();
	}

	/** The last day of its data, by whose tree and catalogue it is counted. */
	LocalDate day() {
		return opening.period().to();
	}

	HandlingFigures.Time time() {
		return new HandlingFigures.Time(from(opening), until(opening));
	}

}
