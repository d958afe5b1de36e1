package vn.motcua.agent.source;

import java.io.IOException;

/** The existing system, as far as it can be read. */
@FunctionalInterface
public interface Source {

	/** Reads what is new since the marks, until there is no more or the taker has enough. */
	void read(Taker taker) throws IOException, InterruptedException;

	/** Waits for what is only just being put there, so that reading once reads it too. */
	default void settle() throws IOException, InterruptedException {
		// a query has nothing to wait for
	}

}
