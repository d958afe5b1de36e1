package vn.motcua.identity.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.CurrentActor;
import vn.motcua.identity.access.SignedIn;
import vn.motcua.identity.domain.AccountRegistry;
import vn.motcua.identity.domain.OwnAccount;
import vn.motcua.identity.domain.SecondFactor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;

/** Setting up the authenticator: the key as a picture and as letters, then a code to prove that it works. */
@Controller
@RequiresPermission(Permission.OWN_DATA)
class SecondFactorController {

	private final SecondFactor second;

	private final SignedIn signedIn;

	private final AccountRegistry accounts;

	private final OwnAccount own;

	SecondFactorController(SecondFactor second, SignedIn signedIn, AccountRegistry accounts, OwnAccount own) {
		this.second = second;
		this.signedIn = signedIn;
		this.accounts = accounts;
		this.own = own;
	}

	@GetMapping("/tai-khoan/xac-thuc-hai-lop")
	String page(@CurrentActor Actor actor, HttpServletRequest request, Model model) {
		return page(actor, List.of(), new FormProblems(), request, model);
	}

	@PostMapping("/tai-khoan/xac-thuc-hai-lop")
	String set(@RequestParam(name = "ma", defaultValue = "") String code, @CurrentActor Actor actor, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		List<String> codes = second.isSet(actor.account()) ? List.of()
				: signedIn.pendingSecret(request).map(secret -> second.set(actor, secret, code)).orElse(List.of());
		if (codes.isEmpty()) {
			response.setStatus(422);
			return page(actor, codes, new FormProblems().add("ma", "identity.totp-wrong"), request, model);
		}
		signedIn.secondFactorSet(request);
		return page(actor, codes, new FormProblems(), request, model);
	}

	@PostMapping("/tai-khoan/xac-thuc-hai-lop/bo")
	String remove(@RequestParam(name = "matKhau", defaultValue = "") String password, @CurrentActor Actor actor, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		FormProblems problems = new FormProblems();
		try {
			if (second.required() || password.length() > 200 || !own.confirms(actor.account(), password)) {
				problems.add("matKhau", second.required() ? "identity.totp-required" : "identity.password-wrong");
			}
		}
		catch (ProblemException locked) {
			problems.add("matKhau", locked);
		}
		if (!problems.isEmpty()) {
			response.setStatus(422);
			return page(actor, List.of(), problems, request, model);
		}
		second.remove(actor);
		Flashes.success(redirect, "identity.totp.removed");
		return "redirect:/tai-khoan";
	}

	private String page(Actor actor, List<String> codes, FormProblems problems, HttpServletRequest request, Model model) {
		boolean set = second.isSet(actor.account());
		String secret = set ? "" : signedIn.pendingSecret(request).orElseGet(() -> signedIn.keepSecret(request, SecondFactor.freshSecret()));
		String login = accounts.find(actor.account()).orElseThrow().login();
		String uri = "otpauth://totp/Mot%20Cua:" + login + "?secret=" + secret + "&issuer=Mot%20Cua";
		model.addAttribute("set", set);
		model.addAttribute("secret", secret);
		model.addAttribute("uri", uri);
		model.addAttribute("picture", QrPicture.of(uri));
		model.addAttribute("codes", codes);
		model.addAttribute("required", second.required());
		model.addAttribute("problems", problems);
		return "identity/second-factor";
	}

}
