package vn.motcua.sdk;

import java.io.IOException;
import java.time.Duration;

/** The ledger answered, but not with what was asked for. */
public final class Refused extends IOException {

	private static final long serialVersionUID = 1L;

	private static final int TOO_MANY = 429;

	/** Status of the answer. */
	private final int status;

	/** How long to wait, as the ledger said. */
	private final Duration retryAfter;

	Refused(int status, Duration retryAfter, String said) {
		super("the ledger answered " + status + (said.isBlank() ? "" : ": " + said));
		this.status = status;
		this.retryAfter = retryAfter;
	}

	/**
	 * Status of the answer.
	 * @return HTTP status
	 */
	public int status() {
		return status;
	}

	/**
	 * How long to wait before asking again.
	 * @return what the ledger said, zero when it said nothing
	 */
	public Duration retryAfter() {
		return retryAfter;
	}

	/**
	 * Whether the same request can succeed later without anybody changing anything.
	 * @return whether it is worth trying again soon
	 */
	public boolean passing() {
		return status == TOO_MANY || status >= 500 || status == 408;
	}

}
