package vn.motcua.kernel.register;

/** A register does not answer at the moment: people write themselves what it would have said. */
public class RegisterDown extends Exception {

	public RegisterDown(String message, Throwable cause) {
		super(message, cause);
	}

	public RegisterDown(String message) {
		super(message);
	}

}
