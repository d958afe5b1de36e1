package vn.motcua.catalogue.feel;

/** A text that is not a FEEL expression, and where it stops being one. */
public final class FeelSyntaxException extends RuntimeException {

	FeelSyntaxException(String message) {
		super(message, null, false, false);
	}

}
