package vn.motcua.dossier.api;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.OverdueDossiers;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.ProblemException;

/** What is overdue at an officer's agency, without the names of applicants: for boards and leaders' own tools. */
@RestController
@RequiresPermission(Permission.DOSSIER_VIEW)
class OverdueController {

	private final OverdueDossiers overdue;

	OverdueController(OverdueDossiers overdue) {
		this.overdue = overdue;
	}

	record Item(String code, String service, LocalizedText serviceName, String status, java.time.@Nullable Instant dueAt) {

		static Item of(DossierSummary summary) {
			return new Item(summary.code().value(), summary.service().value(), summary.serviceName(), summary.status().name(), summary.dueAt());
		}

	}

	@GetMapping("/api/dossier/v1/overdue")
	Map<String, Object> overdue(@RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String after,
			@CurrentActor Actor officer) {
		if (officer.agency() == null) {
			throw new ProblemException(DossierProblem.NOT_FOUND);
		}
		Slice<Item> slice = overdue.ofAgency(officer.agency(), Limit.of(limit), after).map(Item::of);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("items", slice.items());
		body.put("next", slice.next());
		return body;
	}

}
