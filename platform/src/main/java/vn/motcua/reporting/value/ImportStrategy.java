package vn.motcua.reporting.value;

import java.util.Optional;

/** Which of the values sent are taken, by the names that DHIS2 gives it now and gave it before. */
enum ImportStrategy {

	CREATE_AND_UPDATE("NEW_AND_UPDATES"),
	/** Only where nothing stands yet. */
	CREATE("NEW"),
	/** Only where something stands. */
	UPDATE("UPDATES"),
	/** The cells are emptied. */
	DELETE("DELETES");

	private final String before;

	ImportStrategy(String before) {
		this.before = before;
	}

	static Optional<ImportStrategy> find(String written) {
		for (ImportStrategy strategy : values()) {
			if (strategy.name().equalsIgnoreCase(written) || strategy.before.equalsIgnoreCase(written)) {
				return Optional.of(strategy);
			}
		}
		return Optional.empty();
	}

	/** @param stands whether the cell has a value */
	boolean takes(boolean stands) {
		return this == CREATE ? !stands : this != UPDATE || stands;
	}

}
