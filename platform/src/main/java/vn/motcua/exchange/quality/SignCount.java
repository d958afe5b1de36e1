package vn.motcua.exchange.quality;

/**
 * How often a sign was found.
 *
 * @param concerned dossiers in which it could be
 * @param hits dossiers in which it was
 */
public record SignCount(long concerned, long hits) {

	public double share() {
		return concerned == 0 ? 0 : (double) hits / concerned;
	}

}
