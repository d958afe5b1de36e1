package vn.motcua.identity.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.access.SignedIn;
import vn.motcua.identity.domain.Applicant;
import vn.motcua.identity.domain.PasswordRule;
import vn.motcua.identity.domain.SelfService;
import vn.motcua.identity.domain.SignIns;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.notification.Message;
import vn.motcua.site.Flashes;
import vn.motcua.site.component.DateParts;

/** Registering: one page about the person, one for the code that came to the phone. */
@Controller
@PublicAccess
class RegistrationController {

	private final SelfService self;

	private final SignIns signIns;

	private final SignedIn signedIn;

	RegistrationController(SelfService self, SignIns signIns, SignedIn signedIn) {
		this.self = self;
		this.signIns = signIns;
		this.signedIn = signedIn;
	}

	@GetMapping("/dang-ky")
	String form(Model model) {
		return form(new Applicant("", "", "", "", "", ""), DateParts.NONE, new FormProblems(), model);
	}

	@PostMapping("/dang-ky")
	String begin(@RequestParam(defaultValue = "") String soDinhDanh, @RequestParam(defaultValue = "") String hoTen,
			@RequestParam(name = "ngaySinh-day", defaultValue = "") String day, @RequestParam(name = "ngaySinh-month", defaultValue = "") String month,
			@RequestParam(name = "ngaySinh-year", defaultValue = "") String year, @RequestParam(defaultValue = "") String gioiTinh,
			@RequestParam(defaultValue = "") String dienThoai, @RequestParam(defaultValue = "") String matKhau, HttpServletRequest request,
			HttpServletResponse response, Locale locale, Model model) {
		DateParts born = new DateParts(day.strip(), month.strip(), year.strip());
		Applicant applicant = new Applicant(soDinhDanh, hoTen, born.iso(), gioiTinh, dienThoai, matKhau);
		FormProblems problems = new FormProblems();
		self.problems(applicant).forEach((field, code) -> problems.add(field, code, "min", PasswordRule.SHORTEST));
		if (problems.isEmpty()) {
			try {
				return "redirect:/dang-ky/xac-nhan?lan=" + self.begin(applicant, request.getRemoteAddr(), Message.languageOf(locale));
			}
			catch (ProblemException refused) {
				problems.add("soDinhDanh", refused);
			}
		}
		response.setStatus(422);
		return form(applicant, born, problems, model);
	}

	@GetMapping("/dang-ky/xac-nhan")
	String code(@RequestParam("lan") UUID asked, Model model) {
		return CodePage.show(model, "/dang-ky/xac-nhan", asked, false, new FormProblems());
	}

	@PostMapping("/dang-ky/xac-nhan")
	String confirm(@RequestParam("lan") UUID asked, @RequestParam(name = "maXacNhan", defaultValue = "") String code, HttpServletRequest request,
			HttpServletResponse response, Locale locale, Model model, RedirectAttributes redirect) {
		FormProblems problems = new FormProblems();
		try {
			Optional<UUID> account = self.confirm(asked, code, Message.languageOf(locale));
			if (account.isPresent()) {
				signedIn.begin(request, account.get(), Actor.Kind.CITIZEN, false);
				signIns.complete(account.get());
				Flashes.success(redirect, "identity.register.done");
				return "redirect:/";
			}
			problems.add("maXacNhan", "identity.code-wrong");
		}
		catch (ProblemException registeredMeanwhile) {
			problems.add("maXacNhan", registeredMeanwhile);
		}
		response.setStatus(422);
		return CodePage.show(model, "/dang-ky/xac-nhan", asked, false, problems);
	}

	private static String form(Applicant applicant, DateParts born, FormProblems problems, Model model) {
		model.addAllAttributes(Map.of("applicant", applicant, "born", born, "problems", problems));
		return "identity/register";
	}

}
