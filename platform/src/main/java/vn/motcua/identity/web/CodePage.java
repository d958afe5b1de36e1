package vn.motcua.identity.web;

import java.util.Map;
import java.util.UUID;

import org.springframework.ui.Model;

/** The page that asks for the code that came to a phone, and for a new password where one is to be set. */
final class CodePage {

	private CodePage() {
	}

	static String show(Model model, String action, UUID asked, boolean newPassword, FormProblems problems) {
		model.addAllAttributes(Map.of("action", action, "asked", asked.toString(), "newPassword", newPassword, "problems", problems));
		return "identity/code";
	}

}
