package vn.motcua.portal.mine;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.Dossiers;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;

/** One dossier: where it is and who holds it, and withdrawing it. */
@Controller
@RequiresPermission(Permission.OWN_DATA)
class OwnDossierController {

	private static final int LONGEST_REASON = 500;

	private final OwnDossiers own;

	private final Dossiers dossiers;

	OwnDossierController(OwnDossiers own, Dossiers dossiers) {
		this.own = own;
		this.dossiers = dossiers;
	}

	@GetMapping("/ho-so/{code}")
	String show(@PathVariable String code, @CurrentActor Actor actor, Model model) {
		model.addAttribute("dossier", own.page(code, actor));
		return "portal/dossier";
	}

	@GetMapping("/ho-so/{code}/da-nop")
	String submitted(@PathVariable String code, @CurrentActor Actor actor, Model model) {
		model.addAttribute("dossier", own.page(code, actor));
		return "portal/submitted";
	}

	@GetMapping("/ho-so/{code}/rut")
	@RequiresPermission(Permission.APPLY)
	String askWithdrawal(@PathVariable String code, @CurrentActor Actor actor, Model model) {
		return withdrawal(own.page(code, actor), null, model);
	}

	@PostMapping("/ho-so/{code}/rut")
	@RequiresPermission(Permission.APPLY)
	String withdraw(@PathVariable String code, @RequestParam(name = "reason", defaultValue = "") String reason, @CurrentActor Actor actor, Model model,
			HttpServletResponse response) {
		DossierPage page = own.page(code, actor);
		if (reason.length() > LONGEST_REASON) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return withdrawal(page, "portal.withdraw.too-long", model);
		}
		dossiers.record(page.summary().code(), new DossierStep.Withdraw(reason.isBlank() ? null : reason.strip()), actor);
		return "redirect:" + page.href();
	}

	private static String withdrawal(DossierPage page, @Nullable String problem, Model model) {
		model.addAttribute("dossier", page);
		model.addAttribute("problem", problem);
		return "portal/withdraw";
	}

}
