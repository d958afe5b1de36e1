package vn.motcua.form.importing;

/**
 * Something of the source that the draft does not have, or has otherwise.
 *
 * @param key where it stands in the source, for a Form.io component its path of keys
 * @param rule name of what was not carried over
 * @param message what became of it and what to do, in English
 */
public record NotCarried(String key, String rule, String message) {

	/** {@code KEY: RULE: MESSAGE}. */
	@Override
	public String toString() {
		return (key.isEmpty() ? "–" : key) + ": " + rule + ": " + message;
	}

}
