package vn.motcua.portal.apply;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jakarta.servlet.http.HttpServletResponse;
import vn.motcua.dossier.CoSigners;
import vn.motcua.dossier.InviteSigner;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;
import vn.motcua.site.PublicAddress;

/** Whom the applicant asks to sign: inviting by a link, reminding, taking back. */
@Controller
@RequestMapping("/ho-so/nhap/{id}/nguoi-ky")
@RequiresPermission(Permission.APPLY)
class SignersController {

	private static final String LINK = "signerLink";

	private final Applications applications;

	private final CoSigners signers;

	private final Clock clock;

	private final PublicAddress address;

	SignersController(Applications applications, CoSigners signers, Clock clock, PublicAddress address) {
		this.applications = applications;
		this.signers = signers;
		this.clock = clock;
		this.address = address;
	}

	@GetMapping
	String show(@PathVariable UUID id, @ModelAttribute(name = LINK, binding = false) @Nullable String link, @CurrentActor Actor actor, Model model) {
		Application application = applications.get(id, actor);
		if (application.sent()) {
			return Sent.redirect(application);
		}
		return draw(new SignersPage(application, link == null || link.isEmpty() ? null : link, Map.of(), null, List.of(), clock.instant()), model);
	}

	@PostMapping
	String invite(@PathVariable UUID id, @RequestParam(defaultValue = "") String role, @RequestParam(defaultValue = "0") int place,
			@RequestParam Map<String, String> values, @CurrentActor Actor actor, HttpServletResponse response, RedirectAttributes redirect, Model model) {
		Application application = applications.get(id, actor);
		if (application.sent()) {
			return Sent.redirect(application);
		}
		String at = role + "-" + place;
		Map<String, String> typed = Map.of("name", text(values, at, "name"), "subject", text(values, at, "subject"), "email", text(values, at, "email"));
		try {
			CoSigners.Link link = signers.invite(id, actor, new InviteSigner(role, place, typed.get("name"), typed.get("subject"), typed.get("email")));
			return done(id, link, "portal.signers.invited", redirect);
		}
		catch (ProblemException refused) {
			if (refused.fields().isEmpty()) {
				throw refused;
			}
			response.setStatus(refused.code().kind().status());
			return draw(new SignersPage(application, null, typed, at, refused.fields(), clock.instant()), model);
		}
	}

	@PostMapping("/{signer}/nhac")
	String remind(@PathVariable UUID id, @PathVariable UUID signer, @CurrentActor Actor actor, RedirectAttributes redirect) {
		return done(id, signers.remind(id, actor, signer), "portal.signers.reminded", redirect);
	}

	@PostMapping("/{signer}/thu-hoi")
	String revoke(@PathVariable UUID id, @PathVariable UUID signer, @CurrentActor Actor actor, RedirectAttributes redirect) {
		signers.revoke(id, actor, signer);
		Flashes.success(redirect, "portal.signers.revoked");
		return "redirect:/ho-so/nhap/" + id + "/nguoi-ky";
	}

	/** The link is handed over on the next page only: nobody can read it again afterwards. */
	private String done(UUID id, CoSigners.Link link, String words, RedirectAttributes redirect) {
		if (!link.path().isEmpty()) {
			redirect.addFlashAttribute(LINK, address.of(link.path()));
		}
		Flashes.success(redirect, words);
		return "redirect:/ho-so/nhap/" + id + "/nguoi-ky";
	}

	private static String text(Map<String, String> values, String at, String name) {
		return values.getOrDefault(at + "-" + name, "").strip();
	}

	private static String draw(SignersPage signers, Model model) {
		model.addAttribute("signers", signers);
		return "portal/signers";
	}

}
