package vn.motcua.identity.web;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.CurrentActor;
import vn.motcua.identity.access.SignedIn;
import vn.motcua.identity.domain.AccessTokens;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;

/** Access tokens for scripts that try the interfaces of the demonstration. Elsewhere programs come through OAuth 2. */
@Controller
@RequiresPermission(Permission.OWN_DATA)
@ConditionalOnBooleanProperty("motcua.demo")
class TokenController {

	private static final Map<String, Duration> LIVES = Map.of("1h", Duration.ofHours(1), "1d", Duration.ofDays(1), "30d", Duration.ofDays(30));

	private final AccessTokens tokens;

	private final SignedIn signedIn;

	TokenController(AccessTokens tokens, SignedIn signedIn) {
		this.tokens = tokens;
		this.signedIn = signedIn;
	}

	@GetMapping("/tai-khoan/ma-truy-cap")
	String page(@CurrentActor Actor actor, Model model) {
		return page(actor, "", new FormProblems(), model);
	}

	/** The token is shown on the page that answers, and never again. */
	@PostMapping("/tai-khoan/ma-truy-cap")
	String issue(@RequestParam(name = "ten", defaultValue = "") String name, @RequestParam(name = "thoiHan", defaultValue = "1d") String life,
			@CurrentActor Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
		if (signedIn.limited(request)) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		FormProblems problems = new FormProblems();
		if (name.isBlank() || name.strip().length() > 60 || name.indexOf('\0') >= 0) {
			problems.add("ten", "identity.token-name");
		}
		if (!LIVES.containsKey(life)) {
			problems.add("thoiHan", "identity.token-life");
		}
		String token = "";
		if (problems.isEmpty()) {
			try {
				token = tokens.issue(actor, name.strip(), LIVES.get(life));
			}
			catch (ProblemException refused) {
				problems.add("ten", refused);
			}
		}
		response.setStatus(problems.isEmpty() ? 200 : 422);
		return page(actor, token, problems, model);
	}

	@PostMapping("/tai-khoan/ma-truy-cap/thu-hoi")
	String revoke(@RequestParam("ma") UUID token, @CurrentActor Actor actor, RedirectAttributes redirect) {
		if (tokens.revoke(actor.account(), token)) {
			Flashes.success(redirect, "identity.token.revoked");
		}
		return "redirect:/tai-khoan/ma-truy-cap";
	}

	private String page(Actor actor, String fresh, FormProblems problems, Model model) {
		model.addAttribute("fresh", fresh);
		model.addAttribute("problems", problems);
		model.addAttribute("tokens", tokens.of(actor.account()));
		return "identity/tokens";
	}

}
