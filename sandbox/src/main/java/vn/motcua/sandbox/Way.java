package vn.motcua.sandbox;

/** Which interface the system speaks. */
public enum Way {

	/** Lines, by the SDK. */
	SYNC,
	/** Records, as the one-stop systems of today send them. */
	MAPI

}
