package vn.motcua.identity.web;

import java.util.Optional;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.access.OpenSessions;
import vn.motcua.identity.domain.PasswordRule;
import vn.motcua.identity.domain.SelfService;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.notification.Message;
import vn.motcua.site.Flashes;

/** Back in after forgetting the password, by a code to the phone of the account. Nothing tells whether there is an account. */
@Controller
@PublicAccess
class ForgottenController {

	private final SelfService self;

	private final OpenSessions sessions;

	ForgottenController(SelfService self, OpenSessions sessions) {
		this.self = self;
		this.sessions = sessions;
	}

	@GetMapping("/quen-mat-khau")
	String form(Model model) {
		return form("", new FormProblems(), model);
	}

	@PostMapping("/quen-mat-khau")
	String begin(@RequestParam(name = "ten", defaultValue = "") String name, HttpServletRequest request, HttpServletResponse response, Locale locale,
			Model model) {
		FormProblems problems = new FormProblems();
		if (name.isBlank() || name.length() > 200 || name.indexOf('\0') >= 0) {
			problems.add("ten", "identity.name-needed");
		}
		else {
			try {
				return "redirect:/quen-mat-khau/xac-nhan?lan=" + self.forgotten(name, request.getRemoteAddr(), Message.languageOf(locale));
			}
			catch (ProblemException tooOften) {
				problems.add("ten", tooOften);
			}
		}
		response.setStatus(422);
		return form(name, problems, model);
	}

	@GetMapping("/quen-mat-khau/xac-nhan")
	String code(@RequestParam("lan") UUID asked, Model model) {
		return CodePage.show(model, "/quen-mat-khau/xac-nhan", asked, true, new FormProblems());
	}

	@PostMapping("/quen-mat-khau/xac-nhan")
	String reset(@RequestParam("lan") UUID asked, @RequestParam(name = "maXacNhan", defaultValue = "") String code,
			@RequestParam(name = "matKhauMoi", defaultValue = "") String password, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		FormProblems problems = new FormProblems();
		self.broken(password).ifPresent(rule -> problems.add("matKhauMoi", rule, "min", PasswordRule.SHORTEST));
		if (problems.isEmpty()) {
			Optional<UUID> account = self.reset(asked, code, password);
			if (account.isPresent()) {
				sessions.endOthers(account.get(), "");
				Flashes.success(redirect, "identity.forgotten.done");
				return "redirect:/dang-nhap";
			}
			problems.add("maXacNhan", "identity.code-wrong");
		}
		response.setStatus(422);
		return CodePage.show(model, "/quen-mat-khau/xac-nhan", asked, true, problems);
	}

	private static String form(String name, FormProblems problems, Model model) {
		model.addAttribute("name", name);
		model.addAttribute("problems", problems);
		return "identity/forgotten";
	}

}
