package vn.motcua.catalogue.api;

import java.io.IOException;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.Publications;
import vn.motcua.catalogue.PublishedVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Publishing a bundle as a zip archive. */
@RestController
@RequiresPermission(Permission.SERVICE_PUBLISH)
class PublicationsController {

	private final Publications publications;

	PublicationsController(Publications publications) {
		this.publications = publications;
	}

	@PostMapping("/api/catalogue/v1/publications")
	@ResponseStatus(HttpStatus.CREATED)
	Publication publish(@RequestParam("bundle") MultipartFile archive, @CurrentActor Actor actor) throws IOException {
		try {
			PublishedVersion published = publications.publish(Bundle.of(archive.getBytes()), actor);
			return new Publication(published.code().value(), published.version(), published.digest());
		}
		catch (BundleRefused refused) {
			throw new ProblemException(CatalogueProblem.BUNDLE_REFUSED, refused.findings().stream().map(PublicationsController::problem).limit(200).toList());
		}
	}

	record Publication(String code, int version, String digest) {
	}

	private static FieldProblem problem(Finding finding) {
		return new FieldProblem("/bundle", "catalogue.finding",
				java.util.Map.of("file", finding.file(), "line", finding.line(), "rule", finding.rule(), "message", finding.message()));
	}

}
