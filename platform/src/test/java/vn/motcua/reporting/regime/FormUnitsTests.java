package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;

import org.junit.jupiter.api.Test;

/** Which formulas of a form are shares in per cent. */
class FormUnitsTests {

	@Test
	void aQuotientTakenAHundredfoldIsInPerCent() {
		assertThat(new String[] { "F7/D7*100", "100*F7/D7", "F7*100/D7", "IF(D7=0,0,F7/D7*100)", "F7/D7%" }).allMatch(FormUnits::hundredfold);
		assertThat(new String[] { "F7/D7", "F7*100", "F7/D7*1000", "1100*F7/D7", "100*F7" }).noneMatch(FormUnits::hundredfold);
	}

	@Test
	void aFormulaOfMuchDivisionIsReadOnce() {
		assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(FormUnits.hundredfold("1/".repeat(500_000))).isFalse());
	}

}
