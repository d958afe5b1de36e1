package vn.motcua.catalogue.bundle;

/**
 * One thing wrong with a bundle, for the person who wrote it.
 *
 * @param file name in the bundle
 * @param line from 1
 * @param rule stable name of the rule that was broken
 * @param message what to do about it, in English
 */
public record Finding(String file, int line, String rule, String message) implements Comparable<Finding> {

	@Override
	public int compareTo(Finding other) {
		int byFile = file.compareTo(other.file);
		return byFile != 0 ? byFile : Integer.compare(line, other.line);
	}

	/** {@code FILE:LINE: RULE: MESSAGE}. */
	@Override
	public String toString() {
		return file + ":" + line + ": " + rule + ": " + message;
	}

}
