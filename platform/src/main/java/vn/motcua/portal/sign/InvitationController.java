package vn.motcua.portal.sign;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.CoSigning;
import vn.motcua.dossier.SigningView;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;

/** A link to sign: opening it changes nothing, so that a program that looks at links cannot take it up; the button does. */
@Controller
@RequiresPermission(Permission.APPLY)
class InvitationController {

	private final CoSigning signing;

	private final Catalogue catalogue;

	InvitationController(CoSigning signing, Catalogue catalogue) {
		this.signing = signing;
		this.catalogue = catalogue;
	}

	@GetMapping("/ky/{token}")
	String show(@PathVariable String token, @CurrentActor Actor actor, Model model) {
		SigningView view = signing.preview(token, actor);
		if (view.acceptedAt() != null) {
			return "redirect:/phan-ky/" + view.id();
		}
		model.addAttribute("signing", view);
		model.addAttribute("service", catalogue.get(view.serviceVersion()).name());
		model.addAttribute("token", token);
		return "portal/invitation";
	}

	@PostMapping("/ky/{token}")
	String accept(@PathVariable String token, @CurrentActor Actor actor) {
		UUID id = signing.accept(token, actor);
		return "redirect:/phan-ky/" + id;
	}

}
