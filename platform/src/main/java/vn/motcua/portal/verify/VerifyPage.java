package vn.motcua.portal.verify;

import org.jspecify.annotations.Nullable;

/**
 * @param found {@code null} when no genuine result has this token
 * @param copy what comparing an uploaded copy gave, {@code null} when none was uploaded
 */
public record VerifyPage(String token, @Nullable Verification found, @Nullable Copy copy) {

	/** Words under {@code portal.verify.copy.<name>}. */
	public enum Copy {
		SAME, DIFFERENT, EMPTY, TOO_LARGE
	}

}
