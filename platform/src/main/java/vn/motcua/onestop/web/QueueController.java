package vn.motcua.onestop.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.OfficerDesk;
import vn.motcua.onestop.WorkItem;
import vn.motcua.onestop.WorkQueue;

/** The officers' queues. */
@Controller
@RequiresPermission(Permission.DOSSIER_VIEW)
class QueueController {

	private static final Limit PAGE = new Limit(50);

	private final WorkQueue queues;

	private final OfficerDesk desk;

	private final DeskSide side;

	private final Lights lights;

	QueueController(WorkQueue queues, OfficerDesk desk, DeskSide side, Lights lights) {
		this.queues = queues;
		this.desk = desk;
		this.side = side;
		this.lights = lights;
	}

	@GetMapping("/mot-cua")
	String queue(@CurrentActor Actor officer, @RequestParam Map<String, String> parameters, Model model) {
		QueueFilter filter = QueueFilter.of(parameters, DeskSide.home(officer));
		DeskQueues around = side.of(officer);
		Slice<WorkItem> slice = queues.items(around.agency(), filter.query(officer.account(), lights.now()), PAGE, filter.after());
		model.addAttribute("side", around);
		model.addAttribute("filter", filter);
		model.addAttribute("rows", lights.rows(slice.items()));
		model.addAttribute("next", slice.next());
		model.addAttribute("services", queues.services(around.agency()));
		return "onestop/queue";
	}

	@GetMapping("/mot-cua/ton-dong")
	String stuck(@CurrentActor Actor officer, @RequestParam(name = "sau", required = false) @Nullable String after, Model model) {
		DeskQueues around = side.of(officer);
		Slice<WorkItem> slice = queues.stuck(around.agency(), lights.now(), PAGE, after);
		model.addAttribute("side", around);
		model.addAttribute("rows", lights.rows(slice.items()));
		model.addAttribute("next", slice.next());
		return "onestop/stuck";
	}

	/** Accepts several at once, each for itself: what cannot be accepted stays where it is and says why. */
	@PostMapping("/mot-cua/tiep-nhan")
	@RequiresPermission(Permission.DOSSIER_RECEIVE)
	String acceptAll(@CurrentActor Actor officer, @RequestParam(name = "ma", required = false) @Nullable List<String> codes, Model model) {
		List<AcceptOutcome> outcomes = new ArrayList<>();
		(codes == null ? List.<String>of() : codes).stream().distinct().limit(PAGE.value()).flatMap(code -> DossierCode.find(code).stream())
			.forEach(code -> outcomes.add(accept(code, officer)));
		model.addAttribute("side", side.of(officer));
		model.addAttribute("outcomes", outcomes);
		return "onestop/accepted";
	}

	private AcceptOutcome accept(DossierCode code, Actor officer) {
		try {
			desk.act(code, new DeskAct.Accept(null), officer);
			return new AcceptOutcome(code.value(), null, Map.of());
		}
		catch (ProblemException refused) {
			return new AcceptOutcome(code.value(), refused.code(), refused.values());
		}
	}

}
