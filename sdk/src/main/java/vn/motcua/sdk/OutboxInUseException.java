package vn.motcua.sdk;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** Somebody has the outbox of this folder open: another process, or this one. Nothing is harmed; it opens once the other is done. */
public final class OutboxInUseException extends IOException {

	private static final long serialVersionUID = 1L;

	/** Who has it. */
	public enum Holder {
		/** Another process on this machine, or on one that shares the folder. */
		OTHER_PROCESS,
		/** This process opened it before and has not closed it. */
		THIS_PROCESS
	}

	/** Who has it. */
	private final Holder holder;

	OutboxInUseException(Holder holder, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.holder = holder;
	}

	/**
	 * Who has it.
	 * @return the holder
	 */
	public Holder holder() {
		return holder;
	}

}
