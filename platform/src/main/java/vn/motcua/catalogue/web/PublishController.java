package vn.motcua.catalogue.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.Proposal;
import vn.motcua.catalogue.Proposals;
import vn.motcua.catalogue.Publications;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.catalogue.web.PublishPage.Outcome;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;
import vn.motcua.site.NavigationEntry;
import vn.motcua.site.Page;

/** Checking bundles and putting them up for publication. */
@Controller
@RequestMapping("/quan-tri/dich-vu")
@RequiresPermission(value = Permission.SERVICE_PUBLISH, otherwise = "catalogue.publish-elsewhere")
class PublishController {

	private static final Limit WAITING = new Limit(50);

	private final Publications publications;

	private final Proposals proposals;

	private final Catalogue catalogue;

	private final Clock clock;

	PublishController(Publications publications, Proposals proposals, Catalogue catalogue, Clock clock) {
		this.publications = publications;
		this.proposals = proposals;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	@GetMapping
	String list(Model model) {
		return page(model, Outcome.NONE, DecisionForm.EMPTY);
	}

	/** Without script as with: checks only, or checks and puts up. */
	@PostMapping
	String upload(@RequestParam(name = "goi", required = false) @Nullable MultipartFile archive, @RequestParam Map<String, String> posted, @CurrentActor Actor actor,
			Model model, HttpServletResponse response, RedirectAttributes redirect) throws IOException {
		DecisionForm decision = DecisionForm.of(posted);
		Outcome outcome;
		try {
			boolean propose = posted.getOrDefault("viec", "").equals("de-nghi");
			Bundle bundle = bundle(archive, propose ? problems(decision) : List.of());
			if (propose) {
				Proposal proposal = proposals.propose(bundle, decision.decision(today()), actor);
				Flashes.success(redirect, "catalogue.proposal.made");
				return "redirect:/quan-tri/dich-vu/de-nghi/" + proposal.id();
			}
			List<Finding> findings = publications.check(bundle);
			outcome = findings.isEmpty() ? Outcome.fine(BundleReader.read(bundle).code().value()) : Outcome.findings(findings);
		}
		catch (BundleRefused refused) {
			outcome = Outcome.findings(refused.findings());
		}
		catch (ProblemException refused) {
			outcome = Outcome.refused(refused);
		}
		if (outcome.failed()) {
			ProblemException refused = outcome.refused();
			response.setStatus(refused == null ? 422 : refused.code().kind().status());
		}
		return page(model, outcome, decision);
	}

	/** @param others what else is wrong, told together with a missing file */
	private static Bundle bundle(@Nullable MultipartFile archive, List<FieldProblem> others) throws IOException {
		if (archive == null || archive.isEmpty()) {
			List<FieldProblem> problems = new ArrayList<>(List.of(FieldProblem.of("/bundle", CatalogueProblem.NO_BUNDLE.code())));
			problems.addAll(others);
			throw new ProblemException(CommonProblem.FIELDS, problems);
		}
		return Bundle.of(archive.getBytes());
	}

	private List<FieldProblem> problems(DecisionForm decision) {
		try {
			decision.decision(today());
			return List.of();
		}
		catch (ProblemException refused) {
			return refused.fields();
		}
	}

	private String page(Model model, Outcome outcome, DecisionForm decision) {
		model.addAttribute("view", new PublishPage(catalogue.all(today()), proposals.list(Proposal.State.OPEN, WAITING, null).items(), outcome, decision));
		return "catalogue/publish";
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

	@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
	static class Navigation {

		@Bean
		NavigationEntry publishNavigation() {
			return new NavigationEntry(NavigationEntry.Area.ADMINISTRATOR, 30, "/quan-tri/dich-vu", "catalogue.nav.publish", Permission.SERVICE_PUBLISH);
		}

	}

}
