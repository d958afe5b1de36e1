package vn.motcua.catalogue.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.Publications;
import vn.motcua.catalogue.PublishedVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.NavigationEntry;
import vn.motcua.site.Page;

/** Checking and publishing bundles. */
@Controller
@RequestMapping("/quan-tri/dich-vu")
@RequiresPermission(Permission.SERVICE_PUBLISH)
class PublishController {

	private final Publications publications;

	private final Catalogue catalogue;

	private final Clock clock;

	PublishController(Publications publications, Catalogue catalogue, Clock clock) {
		this.publications = publications;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	@GetMapping
	String list(Model model) {
		return page(model, PublishPage.Outcome.NONE);
	}

	@GetMapping("/{code}")
	String versions(@PathVariable String code, Model model) {
		List<PublishedVersion> versions = ProcedureCode.isWellFormed(code) ? publications.versions(new ProcedureCode(code)) : List.of();
		if (versions.isEmpty()) {
			throw new ProblemException(CatalogueProblem.NO_SUCH_SERVICE);
		}
		model.addAttribute("code", code);
		model.addAttribute("versions", versions);
		return "catalogue/versions";
	}

	@PostMapping
	String upload(@RequestParam(name = "goi", required = false) @Nullable MultipartFile archive, @RequestParam(name = "viec", defaultValue = "kiem-tra") String task,
			@CurrentActor Actor actor, Model model, HttpServletResponse response) throws IOException {
		PublishPage.Outcome outcome = outcome(archive, task.equals("cong-bo"), actor);
		if (outcome.failed()) {
			response.setStatus(422);
		}
		return page(model, outcome);
	}

	private PublishPage.Outcome outcome(@Nullable MultipartFile archive, boolean publish, Actor actor) throws IOException {
		if (archive == null || archive.isEmpty()) {
			return PublishPage.Outcome.problem("problem.catalogue.no-bundle", 0);
		}
		try {
			Bundle bundle = Bundle.of(archive.getBytes());
			if (publish) {
				return PublishPage.Outcome.published(publications.publish(bundle, actor));
			}
			List<Finding> findings = publications.check(bundle);
			return findings.isEmpty() ? PublishPage.Outcome.fine(BundleReader.read(bundle).code().value()) : PublishPage.Outcome.findings(findings);
		}
		catch (BundleRefused refused) {
			return PublishPage.Outcome.findings(refused.findings());
		}
		catch (ProblemException nothingNew) {
			return PublishPage.Outcome.problem("problem." + nothingNew.code().code(), nothingNew.values().getOrDefault("version", 0));
		}
	}

	private String page(Model model, PublishPage.Outcome outcome) {
		model.addAttribute("view", new PublishPage(catalogue.all(LocalDate.now(clock.withZone(Page.ZONE))), outcome));
		return "catalogue/publish";
	}

	@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
	static class Navigation {

		@Bean
		NavigationEntry publishNavigation() {
			return new NavigationEntry(NavigationEntry.Area.ADMINISTRATOR, 30, "/quan-tri/dich-vu", "catalogue.nav.publish", Permission.SERVICE_PUBLISH);
		}

	}

}
