package vn.motcua.sandbox.year;

/** What officers type wrongly; the ledger refuses it, and they mend it. */
public enum Mistake {

	/** A procedure that no catalogue has. */
	UNKNOWN_PROCEDURE,
	/** A number of a person that is none. */
	WRONG_NUMBER,
	/** Work goes on after the result was handed over. */
	IMPOSSIBLE_MOVE

}
