package vn.motcua.form.importing;

/** The file is not what it should be; the message says what is wrong, in English. */
public final class ImportRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public ImportRefused(String message) {
		super(message);
	}

}
