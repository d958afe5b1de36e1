package vn.motcua.agent.source;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** What a file holds cannot be read, today or tomorrow, unless somebody writes another. */
final class UnreadableFile extends IOException {

	private static final long serialVersionUID = 1L;

	UnreadableFile(String why, @Nullable Throwable cause) {
		super(why, cause);
	}

}
