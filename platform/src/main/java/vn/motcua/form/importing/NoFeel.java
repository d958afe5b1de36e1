package vn.motcua.form.importing;

/** An expression of the source that cannot be said in FEEL; the message says why. */
final class NoFeel extends Exception {

	private static final long serialVersionUID = 1L;

	NoFeel(String message) {
		super(message, null, false, false);
	}

}
