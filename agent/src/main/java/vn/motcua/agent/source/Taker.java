package vn.motcua.agent.source;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** Takes what a source reads, and keeps how far it has come: a mark is moved only when the rows before it are safe. */
public interface Taker {

	/** How far a part of the source was read, {@code null} when never. */
	@Nullable String mark(String part);

	/** A part is read from its beginning: what was found in it before is forgotten. */
	void restart(String part);

	/** A row, and the mark that stands once it is safe. */
	void row(Row row, String part, String mark) throws IOException, InterruptedException;

	/** Everything before is to be safe, and then the mark to stand. */
	void reached(String part, String mark) throws IOException, InterruptedException;

	void found(Finding finding);

	/** Whether reading is to end after this row. */
	boolean enough();

}
