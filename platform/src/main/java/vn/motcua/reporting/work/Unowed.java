package vn.motcua.reporting.work;

import java.util.Locale;

/** Why a period has no report to show. */
public enum Unowed {

	/** It opens later. */
	PLANNED,
	/** It is open and reports are about to be made out. */
	COMING,
	/** It was due before any report was made out. */
	PASSED,
	/** By the regime and the agencies of its day nobody reports. */
	NOBODY,
	/** There are reports, and none of them goes to who looks. */
	ELSEWHERE;

	/** Key of its words. */
	public String label() {
		return "reporting.work.unowed." + name().toLowerCase(Locale.ROOT);
	}

}
