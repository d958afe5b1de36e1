package vn.motcua.catalogue.web;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.catalogue.domain.Competence;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.site.NavigationEntry;

/** The procedures that an officer's agency handles, by the terms that hold there. */
@Controller
@RequiresPermission(Permission.DOSSIER_VIEW)
class ProceduresController {

	private static final String HERE = "/mot-cua/thu-tuc";

	private final AgencyProcedures procedures;

	private final Competence competence;

	ProceduresController(AgencyProcedures procedures, Competence competence) {
		this.procedures = procedures;
		this.competence = competence;
	}

	@GetMapping(HERE)
	String list(@RequestParam(name = "q", defaultValue = "") String typed, @RequestParam(name = "trang", defaultValue = "1") String part, @CurrentActor Actor officer, Model model) {
		model.addAttribute("view", procedures.list(procedures.agency(officer), (service, agency) -> competence.handles(service, agency, procedures.today()), typed, part, HERE));
		return "catalogue/procedures";
	}

	@Bean
	static NavigationEntry proceduresNavigation() {
		return new NavigationEntry(NavigationEntry.Area.OFFICER, 60, HERE, "catalogue.nav.procedures", Permission.DOSSIER_VIEW);
	}

}
