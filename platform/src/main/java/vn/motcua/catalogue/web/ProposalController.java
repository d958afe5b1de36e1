package vn.motcua.catalogue.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

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
import vn.motcua.catalogue.Difference;
import vn.motcua.catalogue.Differences;
import vn.motcua.catalogue.Proposal;
import vn.motcua.catalogue.Proposals;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;

/** Looking at a proposal, and deciding on it: never the one who made it. */
@Controller
@RequestMapping("/quan-tri/dich-vu/de-nghi")
@RequiresPermission(value = Permission.SERVICE_PUBLISH, otherwise = "catalogue.publish-elsewhere")
class ProposalController {

	private static final String HERE = "/quan-tri/dich-vu/de-nghi/";

	private static final int MOST_CHANGES = 500;

	private final Proposals proposals;

	private final Catalogue catalogue;

	ProposalController(Proposals proposals, Catalogue catalogue) {
		this.proposals = proposals;
		this.catalogue = catalogue;
	}

	@GetMapping
	String list(@RequestParam(name = "sau", required = false) @Nullable String after, Model model) {
		model.addAttribute("proposals", proposals.list(null, new Limit(50), after));
		return "catalogue/proposals";
	}

	@GetMapping("/{id}")
	String proposal(@PathVariable UUID id, @CurrentActor Actor actor, Model model) {
		return page(id, actor, null, "", model);
	}

	@GetMapping("/{id}/goi")
	ResponseEntity<byte[]> bundle(@PathVariable UUID id) {
		Proposal proposal = proposals.get(id);
		return Downloads.zip(proposals.bundle(id), proposal.code() + "-de-nghi");
	}

	@PostMapping("/{id}/duyet")
	@RequiresPermission(Permission.SERVICE_APPROVE)
	String approve(@PathVariable UUID id, @CurrentActor Actor actor, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		return decide(() -> proposals.approve(id, actor), "catalogue.proposal.approved", id, "", actor, model, response, redirect);
	}

	@PostMapping("/{id}/tu-choi")
	@RequiresPermission(Permission.SERVICE_APPROVE)
	String refuse(@PathVariable UUID id, @RequestParam(name = "ly-do", defaultValue = "") String reason, @CurrentActor Actor actor, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		return decide(() -> proposals.refuse(id, reason, actor), "catalogue.proposal.refused", id, reason, actor, model, response, redirect);
	}

	@PostMapping("/{id}/rut")
	String withdraw(@PathVariable UUID id, @CurrentActor Actor actor, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		return decide(() -> proposals.withdraw(id, actor), "catalogue.proposal.withdrawn", id, "", actor, model, response, redirect);
	}

	private String decide(Supplier<Proposal> decision, String said, UUID id, String reason, Actor actor, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		try {
			decision.get();
			Flashes.success(redirect, said);
			return "redirect:" + HERE + id;
		}
		catch (BundleRefused unsound) {
			response.setStatus(422);
			return page(id, actor, new ProblemException(CatalogueProblem.BUNDLE_REFUSED), reason, model);
		}
		catch (ProblemException refused) {
			response.setStatus(refused.code().kind().status());
			return page(id, actor, refused, reason, model);
		}
	}

	private String page(UUID id, Actor actor, @Nullable ProblemException refused, String reason, Model model) {
		Proposal proposal = proposals.get(id);
		boolean own = proposal.proposer().account().equals(actor.account());
		boolean mayDecide = proposal.open() && !own && actor.may(Permission.SERVICE_APPROVE);
		boolean publication = proposal.kind() == Proposal.Kind.PUBLICATION;
		ServiceVersion before = catalogue.version(proposal.code(), proposal.basedOn()).orElse(null);
		Bundle bundle = publication ? proposals.bundle(id) : null;
		ServiceVersion service = bundle != null ? BundleReader.read(bundle) : before;
		if (service == null) {
			throw new ProblemException(CatalogueProblem.NO_SUCH_SERVICE);
		}
		List<Difference> changes = publication && before != null
				? Differences.between(before, service.inForce(before.validFrom(), service.validUntil())).stream().limit(MOST_CHANGES).toList() : List.of();
		model.addAttribute("view", new ProposalPage(proposal, service, before, changes, bundle == null ? null : BundlePreview.of(bundle), own, mayDecide, refused, reason));
		return "catalogue/proposal";
	}

}
