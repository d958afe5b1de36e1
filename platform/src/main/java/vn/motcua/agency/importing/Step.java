package vn.motcua.agency.importing;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.domain.Period;
import vn.motcua.agency.domain.Succession;

/** What applying an import does to the record. Units it founds have negative numbers until they are written. */
sealed interface Step {

	record Found(Period period, @Nullable String exchangeCode) implements Step {
	}

	/** @param after begins on the day of the import; {@code before} ends on that day unless it began on it */
	record Alter(Period before, Period after) implements Step {
	}

	record Recode(int unit, String exchangeCode) implements Step {
	}

	record End(Period before) implements Step {
	}

	record Succeed(Succession succession) implements Step {
	}

}
