package vn.motcua;

/** The program cannot start, and why, in a sentence for the person who started it. */
final class StartRefused extends RuntimeException {

	StartRefused(String message) {
		super(message, null, false, false);
	}

}
