package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.CurrentActor;
import vn.motcua.identity.access.OpenSessions;
import vn.motcua.identity.domain.OwnAccount;
import vn.motcua.identity.domain.PasswordRule;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;

/** Changing one's password: the old one is asked for, other sessions and tokens end. */
@Controller
@RequiresPermission(Permission.OWN_DATA)
class PasswordController {

	private final OwnAccount own;

	private final OpenSessions sessions;

	PasswordController(OwnAccount own, OpenSessions sessions) {
		this.own = own;
		this.sessions = sessions;
	}

	@GetMapping("/tai-khoan/mat-khau")
	String form(Model model) {
		model.addAttribute("problems", new FormProblems());
		return "identity/password";
	}

	@PostMapping("/tai-khoan/mat-khau")
	String change(@RequestParam(name = "matKhauCu", defaultValue = "") String old, @RequestParam(name = "matKhauMoi", defaultValue = "") String fresh,
			@CurrentActor Actor actor, HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		FormProblems problems = new FormProblems();
		own.broken(actor.account(), fresh).ifPresent(code -> problems.add("matKhauMoi", code, "min", PasswordRule.SHORTEST));
		try {
			if (old.length() > PasswordRule.LONGEST || problems.isEmpty() && !own.confirms(actor.account(), old)) {
				problems.add("matKhauCu", "identity.password-wrong");
			}
		}
		catch (ProblemException locked) {
			problems.add("matKhauCu", locked);
		}
		if (!problems.isEmpty()) {
			response.setStatus(422);
			model.addAttribute("problems", problems);
			return "identity/password";
		}
		own.changePassword(actor.account(), fresh);
		sessions.endOthers(actor.account(), AccountController.sessionId(request));
		Flashes.success(redirect, "identity.password.changed");
		return "redirect:/tai-khoan";
	}

}
