package vn.motcua.onestop.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.OverdueDossiers;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/** Dossiers of the agency past their promised moment, those of its own system among them. */
@Controller
@RequiresPermission(Permission.DOSSIER_VIEW)
class OverdueController {

	private static final Limit PAGE = new Limit(50);

	private final OverdueDossiers overdue;

	private final DeskSide side;

	OverdueController(OverdueDossiers overdue, DeskSide side) {
		this.overdue = overdue;
		this.side = side;
	}

	@GetMapping("/mot-cua/qua-hen")
	String overdue(@CurrentActor Actor officer, @RequestParam(name = "sau", required = false) @Nullable String after, Model model) {
		DeskQueues around = side.of(officer);
		Slice<DossierSummary> slice = overdue.ofAgency(around.agency(), PAGE, after);
		model.addAttribute("side", around);
		model.addAttribute("rows", slice.items());
		model.addAttribute("next", slice.next());
		return "onestop/overdue";
	}

}
