package vn.motcua.identity.web;

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

import vn.motcua.identity.Account;
import vn.motcua.identity.CurrentActor;
import vn.motcua.identity.domain.AccountRegistry;
import vn.motcua.identity.domain.Applicant;
import vn.motcua.identity.domain.OwnContact;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.notification.Message;
import vn.motcua.site.Flashes;

/** One's e-mail, address and phone; a new phone is confirmed by a code. */
@Controller
@RequiresPermission(Permission.OWN_DATA)
class ContactController {

	private final OwnContact contact;

	private final AccountRegistry accounts;

	ContactController(OwnContact contact, AccountRegistry accounts) {
		this.contact = contact;
		this.accounts = accounts;
	}

	@GetMapping("/tai-khoan/lien-he")
	String form(@CurrentActor Actor actor, Model model) {
		Account account = accounts.find(actor.account()).orElseThrow();
		return form(account.email(), account.addressLine(), account.language(), new FormProblems(), model);
	}

	@PostMapping("/tai-khoan/lien-he")
	String save(@RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String diaChi,
			@RequestParam(defaultValue = "") String ngonNgu, @CurrentActor Actor actor,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		FormProblems problems = new FormProblems();
		String mail = email.strip();
		if (!mail.isEmpty() && (mail.length() > 200 || !mail.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}]+"))) {
			problems.add("email", "identity.email");
		}
		if (diaChi.length() > 200 || diaChi.chars().anyMatch(Character::isISOControl)) {
			problems.add("diaChi", "identity.address");
		}
		if (!ngonNgu.equals("vi") && !ngonNgu.equals("en")) {
			problems.add("ngonNgu", "identity.language");
		}
		if (!problems.isEmpty()) {
			response.setStatus(422);
			return form(email, diaChi, ngonNgu, problems, model);
		}
		contact.change(actor, mail, diaChi.strip(), ngonNgu);
		Flashes.success(redirect, "identity.contact.saved");
		return "redirect:/tai-khoan";
	}

	@GetMapping("/tai-khoan/dien-thoai")
	String phone(Model model) {
		return phone("", new FormProblems(), model);
	}

	@PostMapping("/tai-khoan/dien-thoai")
	String askForCode(@RequestParam(defaultValue = "") String dienThoai, @CurrentActor Actor actor, HttpServletRequest request,
			HttpServletResponse response, Locale locale, Model model) {
		FormProblems problems = new FormProblems();
		String wanted = Applicant.normalPhone(dienThoai);
		if (!Applicant.isMobile(wanted)) {
			problems.add("dienThoai", "identity.phone");
		}
		else {
			try {
				return "redirect:/tai-khoan/dien-thoai/xac-nhan?lan=" + contact.askForCode(actor, wanted, request.getRemoteAddr(), Message.languageOf(locale));
			}
			catch (ProblemException tooOften) {
				problems.add("dienThoai", tooOften);
			}
		}
		response.setStatus(422);
		return phone(dienThoai, problems, model);
	}

	@GetMapping("/tai-khoan/dien-thoai/xac-nhan")
	String code(@RequestParam("lan") UUID asked, Model model) {
		return CodePage.show(model, "/tai-khoan/dien-thoai/xac-nhan", asked, false, new FormProblems());
	}

	@PostMapping("/tai-khoan/dien-thoai/xac-nhan")
	String confirm(@RequestParam("lan") UUID asked, @RequestParam(name = "maXacNhan", defaultValue = "") String code, @CurrentActor Actor actor,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		if (contact.changePhone(actor, asked, code)) {
			Flashes.success(redirect, "identity.phone.changed");
			return "redirect:/tai-khoan";
		}
		response.setStatus(422);
		return CodePage.show(model, "/tai-khoan/dien-thoai/xac-nhan", asked, false, new FormProblems().add("maXacNhan", "identity.code-wrong"));
	}

	private static String form(@org.jspecify.annotations.Nullable String email, @org.jspecify.annotations.Nullable String line, String language, FormProblems problems,
			Model model) {
		model.addAttribute("email", email == null ? "" : email);
		model.addAttribute("line", line == null ? "" : line);
		model.addAttribute("language", language);
		model.addAttribute("problems", problems);
		return "identity/contact";
	}

	private static String phone(String typed, FormProblems problems, Model model) {
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		return "identity/phone";
	}

}
