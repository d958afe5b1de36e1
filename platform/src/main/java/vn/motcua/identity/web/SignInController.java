package vn.motcua.identity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.identity.CurrentActor;
import vn.motcua.identity.access.SignedIn;
import vn.motcua.identity.domain.AccountRegistry;
import vn.motcua.identity.domain.CastMember;
import vn.motcua.identity.domain.SecondFactor;
import vn.motcua.identity.domain.SignIns;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.problem.ProblemException;

/** Signing in and out. */
@Controller
@PublicAccess
class SignInController {

	private static final int LONGEST = 200;

	private final SignIns signIns;

	private final SignedIn signedIn;

	private final AccountRegistry accounts;

	private final SecondFactor second;

	private final boolean demo;

	SignInController(SignIns signIns, SignedIn signedIn, AccountRegistry accounts, SecondFactor second, @Value("${motcua.demo}") boolean demo) {
		this.second = second;
		this.signIns = signIns;
		this.signedIn = signedIn;
		this.accounts = accounts;
		this.demo = demo;
	}

	@GetMapping("/dang-nhap")
	String form(@RequestParam(name = "tiep", defaultValue = "") String next, @RequestParam(name = "het-phien", required = false) @Nullable String ended,
			@Nullable @CurrentActor Actor actor, Model model) {
		if (actor != null) {
			return "redirect:" + NextPage.of(next).orElseGet(() -> homeOf(actor));
		}
		return page(model, "", next, ended != null, new FormProblems());
	}

	@PostMapping("/dang-nhap")
	String signIn(@RequestParam(name = "ten", defaultValue = "") String name, @RequestParam(name = "matKhau", defaultValue = "") String password,
			@RequestParam(name = "tiep", defaultValue = "") String next, HttpServletRequest request, HttpServletResponse response, Model model) {
		FormProblems problems = check(name, password);
		if (problems.isEmpty()) {
			try {
				return "redirect:" + begin(signIns.check(name, password, request.getRemoteAddr()), next, request);
			}
			catch (ProblemException refused) {
				problems.add("ten", refused);
				response.setStatus(refused.code().kind().status() == 401 ? 422 : refused.code().kind().status());
			}
		}
		else {
			response.setStatus(422);
		}
		return page(model, name, next, false, problems);
	}

	@PostMapping("/dang-xuat")
	String signOut(HttpServletRequest request) {
		signedIn.end(request);
		return "redirect:/";
	}

	@GetMapping("/dang-nhap/ma")
	String code(@RequestParam(name = "tiep", defaultValue = "") String next, HttpServletRequest request, Model model) {
		return signedIn.awaiting(request).isEmpty() ? "redirect:/dang-nhap" : codePage(next, new FormProblems(), model);
	}

	@PostMapping("/dang-nhap/ma")
	String code(@RequestParam(name = "ma", defaultValue = "") String code, @RequestParam(name = "tiep", defaultValue = "") String next,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<UUID> awaiting = signedIn.awaiting(request);
		if (awaiting.isEmpty()) {
			return "redirect:/dang-nhap?het-phien";
		}
		FormProblems problems = new FormProblems();
		try {
			if (code.length() <= 40 && second.passes(awaiting.get(), code)) {
				return "redirect:" + enter(awaiting.get(), accounts.actor(awaiting.get()).kind(), next, false, request);
			}
			problems.add("ma", "identity.totp-wrong");
		}
		catch (ProblemException locked) {
			problems.add("ma", locked);
		}
		response.setStatus(422);
		return codePage(next, problems, model);
	}

	private String begin(SignIns.Known known, String next, HttpServletRequest request) {
		if (known.secondFactor()) {
			signedIn.awaitSecondFactor(request, known.account());
			return "/dang-nhap/ma" + NextPage.of(next).map(page -> "?tiep=" + URLEncoder.encode(page, StandardCharsets.UTF_8)).orElse("");
		}
		boolean limited = known.kind() == Actor.Kind.OFFICER && second.required();
		return enter(known.account(), known.kind(), next, limited, request);
	}

	private String enter(UUID account, Actor.Kind kind, String next, boolean limited, HttpServletRequest request) {
		signedIn.begin(request, account, kind, limited);
		signIns.complete(account);
		return limited ? "/tai-khoan/xac-thuc-hai-lop" : NextPage.of(next).orElseGet(() -> homeOf(accounts.actor(account)));
	}

	private static String codePage(String next, FormProblems problems, Model model) {
		model.addAttribute("next", NextPage.of(next).orElse(""));
		model.addAttribute("problems", problems);
		return "identity/sign-in-code";
	}

	private static String homeOf(Actor actor) {
		if (actor.applicant()) {
			return "/";
		}
		return actor.may(Permission.DOSSIER_VIEW) ? "/mot-cua" : actor.may(Permission.ACCOUNT_MANAGE) ? "/quan-tri/tai-khoan"
				: actor.may(Permission.SERVICE_PUBLISH) ? "/quan-tri/dich-vu" : actor.may(Permission.SERVICE_OFFER) ? "/quan-tri/cung-cap"
				: actor.may(Permission.REPORT_VIEW) ? "/bao-cao" : "/tai-khoan";
	}

	private static FormProblems check(String name, String password) {
		FormProblems problems = new FormProblems();
		if (name.isBlank() || name.length() > LONGEST) {
			problems.add("ten", "identity.name-needed");
		}
		if (password.isEmpty() || password.length() > LONGEST) {
			problems.add("matKhau", "identity.password-needed");
		}
		return problems;
	}

	private String page(Model model, String name, String next, boolean ended, FormProblems problems) {
		model.addAttribute("name", name);
		model.addAttribute("next", NextPage.of(next).orElse(""));
		model.addAttribute("ended", ended);
		model.addAttribute("problems", problems);
		model.addAttribute("cast", demo ? CastMember.all() : java.util.List.of());
		return "identity/sign-in";
	}

}
