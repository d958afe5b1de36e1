package vn.motcua.sdk;

import java.io.IOException;

/** A file of the outbox holds something that nobody put there: bytes of it changed on disk. Nothing is thrown away; somebody must look. */
public final class OutboxDamagedException extends IOException {

	private static final long serialVersionUID = 1L;

	OutboxDamagedException(String message) {
		super(message);
	}

}
