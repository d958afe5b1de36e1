package vn.motcua.kernel.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** A kind of reference data that {@code ./motcua load} takes in; a bean of the module whose data it is. */
public interface Loading {

	/**
	 * Whether a file is of this kind.
	 *
	 * @param beginning its first lines, as many as tell what it is
	 */
	boolean takes(String beginning);

	/**
	 * Takes in a file, or only says what it would do. With any finding nothing is changed.
	 * @throws IOException when it cannot be read
	 */
	Loaded load(BufferedReader file, boolean dryRun) throws IOException;

	/**
	 * @param lines what there was, in words, for the person who loads
	 * @param findings what is wrong, each as {@code line N: rule: message}
	 */
	record Loaded(String lines, List<String> findings) {
	}

}
