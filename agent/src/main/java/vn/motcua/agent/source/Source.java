package vn.motcua.agent.source;

import java.io.IOException;

/** The existing system, as far as it can be read. */
@FunctionalInterface
public interface Source {

	/** Reads what is new since the marks, until there is no more or the taker has enough. */
	void read(Taker taker) throws IOException, InterruptedException;

}
