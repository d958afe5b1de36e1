package vn.motcua.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** One of the two interfaces. */
interface Side extends Closeable {

	/**
	 * Takes what happened on its way.
	 * @return how many steps it took
	 */
	int send(Now now) throws IOException, InterruptedException;

	/** Whether nothing is on its way any more. */
	boolean idle();

	/** Why the last call failed, empty when it did not. */
	Optional<String> trouble();

}
