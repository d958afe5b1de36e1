package vn.motcua.sdk;

import java.io.IOException;

/** Nothing was put: the outbox has reached its bound, or the disk has no room. What was put before is unharmed; try again later. */
public final class OutboxFullException extends IOException {

	private static final long serialVersionUID = 1L;

	/** Why there is no room. */
	public enum Reason {
		/** As many bytes wait as the outbox may hold: the ledger is away, or slower than the agency. */
		BOUND,
		/** The disk could not take it: it is full, or failing. */
		DISK
	}

	/** Why there is no room. */
	private final Reason reason;

	OutboxFullException(Reason reason, String message, Throwable cause) {
		super(message, cause);
		this.reason = reason;
	}

	/**
	 * Why there is no room.
	 * @return the reason
	 */
	public Reason reason() {
		return reason;
	}

}
