package vn.motcua.catalogue.api;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.Proposal;
import vn.motcua.catalogue.Proposals;
import vn.motcua.catalogue.PublicationDecision;
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
import vn.motcua.site.Page;

/**
 * Publishing a bundle as a zip archive. Where the installation asks for four eyes here too
 * ({@code motcua.catalogue.publish-alone=false}), it becomes a proposal that somebody else decides on.
 */
@RestController
@RequiresPermission(Permission.SERVICE_PUBLISH)
class PublicationsController {

	private final Publications publications;

	private final Proposals proposals;

	private final Clock clock;

	private final boolean publishAlone;

	PublicationsController(Publications publications, Proposals proposals, Clock clock, @Value("${motcua.catalogue.publish-alone:true}") boolean publishAlone) {
		this.publications = publications;
		this.proposals = proposals;
		this.clock = clock;
		this.publishAlone = publishAlone;
	}

	/**
	 * 201 with the version, or 202 with the proposal. With a decision, or where nobody publishes alone, the three fields of
	 * the decision belong together.
	 */
	@PostMapping("/api/catalogue/v1/publications")
	ResponseEntity<Object> publish(@RequestParam("bundle") MultipartFile archive, @RequestParam(required = false) @Nullable String decisionNumber,
			@RequestParam(required = false) @Nullable LocalDate decidedOn, @RequestParam(required = false) @Nullable LocalDate effectiveOn, @CurrentActor Actor actor)
			throws IOException {
		try {
			Bundle bundle = Bundle.of(archive.getBytes());
			if (publishAlone && decisionNumber == null && decidedOn == null && effectiveOn == null) {
				PublishedVersion published = publications.publish(bundle, actor);
				return ResponseEntity.status(HttpStatus.CREATED).body(new Publication(published.code().value(), published.version(), published.digest()));
			}
			PublicationDecision decision = PublicationDecision.of(decisionNumber, decidedOn, effectiveOn, LocalDate.now(clock.withZone(Page.ZONE)));
			Proposal proposal = proposals.propose(bundle, decision, actor);
			return ResponseEntity.accepted().body(new Proposed(proposal.code().value(), proposal.id(), "/quan-tri/dich-vu/de-nghi/" + proposal.id()));
		}
		catch (BundleRefused refused) {
			throw new ProblemException(CatalogueProblem.BUNDLE_REFUSED, refused.findings().stream().map(PublicationsController::problem).limit(200).toList());
		}
	}

	record Publication(String code, int version, String digest) {
	}

	/** @param href page where somebody else decides */
	record Proposed(String code, UUID proposal, String href) {
	}

	private static FieldProblem problem(Finding finding) {
		return new FieldProblem("/bundle", "catalogue.finding",
				java.util.Map.of("file", finding.file(), "line", finding.line(), "rule", finding.rule(), "message", finding.message()));
	}

}
