package vn.motcua.exchange.reconciliation;

/**
 * How much has been compared at all: days of agencies' codes, each counted once.
 *
 * @param compared days that a sender stated, where at least one side holds lines
 * @param equal those of which both hold the same
 * @param uncompared days with lines that no sender stated yet
 */
public record Standing(long compared, long equal, long uncompared) {

	public long differing() {
		return compared - equal;
	}

}
