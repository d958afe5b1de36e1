package vn.motcua.catalogue.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.Proposal;
import vn.motcua.catalogue.Proposals;
import vn.motcua.catalogue.Publications;
import vn.motcua.catalogue.PublishedVersion;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;
import vn.motcua.site.Page;

/** One service and its versions: what was published when by which decision, the bundles, and its end. */
@Controller
@RequestMapping("/quan-tri/dich-vu/{code}")
@RequiresPermission(value = Permission.SERVICE_PUBLISH, otherwise = "catalogue.publish-elsewhere")
class VersionsController {

	private final Publications publications;

	private final Proposals proposals;

	private final Catalogue catalogue;

	private final Clock clock;

	VersionsController(Publications publications, Proposals proposals, Catalogue catalogue, Clock clock) {
		this.publications = publications;
		this.proposals = proposals;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	@GetMapping
	String versions(@PathVariable String code, Model model) {
		return page(code(code), DecisionForm.EMPTY, null, model);
	}

	@GetMapping("/{version}/goi")
	ResponseEntity<byte[]> bundle(@PathVariable String code, @PathVariable int version) {
		return Downloads.zip(publications.bundle(code(code), version), code + "-v" + version);
	}

	@PostMapping("/bai-bo")
	String abolish(@PathVariable String code, @RequestParam Map<String, String> posted, @CurrentActor Actor actor, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		DecisionForm decision = DecisionForm.of(posted);
		try {
			Proposal proposal = proposals.proposeAbolition(code(code), decision.decision(LocalDate.now(clock.withZone(Page.ZONE))), actor);
			Flashes.success(redirect, "catalogue.proposal.made");
			return "redirect:/quan-tri/dich-vu/de-nghi/" + proposal.id();
		}
		catch (ProblemException refused) {
			response.setStatus(refused.code().kind().status());
			return page(code(code), decision, refused, model);
		}
	}

	private String page(ProcedureCode code, DecisionForm decision, @Nullable ProblemException refused, Model model) {
		List<PublishedVersion> versions = publications.versions(code);
		if (versions.isEmpty()) {
			throw new ProblemException(CatalogueProblem.NO_SUCH_SERVICE);
		}
		int inForce = catalogue.find(code, LocalDate.now(clock.withZone(Page.ZONE))).map(version -> version.version()).orElse(0);
		model.addAttribute("view", new VersionsPage(code, versions, inForce, catalogue.abolition(code).orElse(null), decision, refused));
		return "catalogue/versions";
	}

	private static ProcedureCode code(String code) {
		if (!ProcedureCode.isWellFormed(code)) {
			throw new ProblemException(CatalogueProblem.NO_SUCH_SERVICE);
		}
		return new ProcedureCode(code);
	}

}
