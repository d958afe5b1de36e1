package vn.motcua.reporting.board;

import java.util.Arrays;
import java.util.Optional;

/** Who else sees a board. */
public enum Sharing {

	/** Its owner alone. */
	OWN,
	/** Whoever acts for the agency that the owner acted for when the board was made. */
	AGENCY,
	/** Every officer: figures are everybody's who works with reports. */
	EVERYBODY;

	static Optional<Sharing> find(String word) {
		return Arrays.stream(values()).filter(sharing -> sharing.name().equals(word)).findFirst();
	}

}
