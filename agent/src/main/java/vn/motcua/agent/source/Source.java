package vn.motcua.agent.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The existing system, as far as it can be read. */
@FunctionalInterface
public interface Source {

	/** Reads what is new since the marks, until there is no more or the taker has enough. */
	void read(Taker taker) throws IOException, InterruptedException;

	/** A folder in which no file has the name that is looked for. */
	record Nowhere(Path folder, String patterns) {
	}

	/** Where there is nothing to be read at all, not even what was read before. */
	default Optional<Nowhere> nowhere() throws IOException {
		return Optional.empty();
	}

	/** Waits for what is only just being put there, so that reading once reads it too. */
	default void settle() throws IOException, InterruptedException {
		// a query has nothing to wait for
	}

}
