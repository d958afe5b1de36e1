package vn.motcua.agent.source;

import java.io.Closeable;
import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** The rows of one file, one after the other; never more of them in memory than one. */
interface Rows extends Closeable {

	/** The next row, or {@code null} at the end; rows that are none are told to the taker and left out. */
	@Nullable Row next(Taker taker) throws IOException;

}
