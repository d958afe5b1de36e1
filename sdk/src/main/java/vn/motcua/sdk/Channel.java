package vn.motcua.sdk;

/** How a dossier was handed in (<i>kênh tiếp nhận</i>). */
public enum Channel {

	/** At the desk. */
	DESK,
	/** Through a portal. */
	ONLINE,
	/** By public post. */
	POST

}
