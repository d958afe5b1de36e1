package vn.motcua.reporting.work.web;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.reporting.ReportChecks;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.work.ActRules;
import vn.motcua.reporting.work.ReportLists;

/** The desk of reporting: what an agency owes, what came to it, what those below it owe. */
@Controller
@RequiresPermission(Permission.REPORT_VIEW)
class DeskController {

	private static final Limit PAGE = new Limit(50);

	private final ReportLists lists;

	private final ActRules rules;

	private final WorkSides sides;

	private final ReportChecks checks;

	DeskController(ReportLists lists, ActRules rules, WorkSides sides, ReportChecks checks) {
		this.lists = lists;
		this.rules = rules;
		this.sides = sides;
		this.checks = checks;
	}

	@GetMapping("/bao-cao")
	String owed(@CurrentActor Actor officer, @RequestParam(name = "xong", defaultValue = "") String done, @RequestParam(name = "sau", required = false) @Nullable String after,
			Model model) {
		AgencyId agency = WorkSides.agency(officer);
		model.addAttribute("side", sides.of(officer));
		model.addAttribute("done", done.equals("1"));
		model.addAttribute("reports", withFilled(lists.owed(agency, done.equals("1"), rules.turn(officer), PAGE, after).map(report -> DeskRow.of(report, rules.allowed(report, officer)))));
		return "reporting/steps/desk";
	}

	/** Of those that somebody has begun with. */
	private Slice<DeskRow> withFilled(Slice<DeskRow> rows) {
		List<SheetKey> begun = rows.items().stream().filter(row -> row.fills() && row.report().row().state() != Reports.State.OPEN).map(row -> row.report().row().key()).toList();
		Set<SheetKey> filled = begun.isEmpty() ? Set.of() : checks.filled(begun);
		return rows.map(row -> row.filled(filled.contains(row.report().row().key())));
	}

	@GetMapping("/bao-cao/den")
	String arrived(@CurrentActor Actor officer, @RequestParam(name = "sau", required = false) @Nullable String after, Model model) {
		model.addAttribute("side", sides.of(officer));
		model.addAttribute("reports", lists.arrived(WorkSides.agency(officer), PAGE, after).map(report -> DeskRow.of(report, rules.allowed(report, officer))));
		return "reporting/steps/arrived";
	}

	@GetMapping("/bao-cao/cap-duoi")
	String below(@CurrentActor Actor officer, Model model) {
		model.addAttribute("side", sides.of(officer));
		model.addAttribute("below", lists.below(WorkSides.agency(officer)));
		model.addAttribute("now", lists.now());
		return "reporting/steps/below";
	}

}
