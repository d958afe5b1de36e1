package vn.motcua.portal.apply;

import java.util.Objects;

/** A draft that was sent leads to its confirmation, however one comes back to it. */
final class Sent {

	private Sent() {
	}

	static String redirect(Application application) {
		return "redirect:/ho-so/" + Objects.requireNonNull(application.draft().submittedAs()).value() + "/da-nop";
	}

}
