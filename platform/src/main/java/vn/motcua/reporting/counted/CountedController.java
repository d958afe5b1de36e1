package vn.motcua.reporting.counted;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.dossier.HandlingFigures;
import vn.motcua.dossier.HandlingFigures.Figure;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Regimes;

/** The dossiers behind a counted figure, by their codes, for the agency itself and those it stands under. */
@Controller
@RequiresPermission(Permission.REPORT_VIEW)
class CountedController {

	private static final Limit PER_PAGE = new Limit(100);

	private final Counting counting;

	private final ProcedureFields fields;

	private final HandlingFigures figures;

	private final Regimes regimes;

	private final Agencies agencies;

	private final Indicators indicators;

	CountedController(Counting counting, ProcedureFields fields, HandlingFigures figures, Regimes regimes, Agencies agencies, Indicators indicators) {
		this.counting = counting;
		this.fields = fields;
		this.figures = figures;
		this.regimes = regimes;
		this.agencies = agencies;
		this.indicators = indicators;
	}

	/** @param part one of the figures that a total is the sum of; the first when it is not named */
	@GetMapping("/bao-cao/dem/{period}/{agency}/{indicator}")
	String lines(@PathVariable String period, @PathVariable String agency, @PathVariable String indicator, @RequestParam(name = "linh-vuc", defaultValue = "") String group,
			@RequestParam(name = "phan", defaultValue = "") String part, @RequestParam(name = "sau", required = false) @Nullable String after, @CurrentActor Actor actor, Model model) {
		ReportAddress address = ReportAddress.of(regimes, agencies, Counting.REGIME.value(), period, agency);
		LocalDate day = address.opening().period().to();
		if (actor.agency() == null || agencies.withAncestors(address.agency().id(), day).stream().map(Agency::id).noneMatch(actor.agency()::equals)) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		HandlingIndicator counted = HandlingIndicator.find(indicator).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		Figure figure = counted.figures().stream().filter(each -> each.name().equals(part)).findFirst().orElse(counted.figures().getFirst());
		Set<Integer> handling = counting.handling(address.agency().id(), regimes.get(address.regime().number(), address.opening().regimeVersion()), day);
		Map<String, String> groups = fields.on(day);
		List<String> rows = counting.rows(address.regime().number());
		boolean others = group.isEmpty() || group.equals(ProcedureFields.OTHER);
		Set<String> procedures = new HashSet<>(groups.keySet());
		procedures.removeIf(procedure -> group.isEmpty() || others == ProcedureFields.row(groups, procedure, rows).equals(group));
		model.addAttribute("address", address);
		model.addAttribute("indicator", indicators.find(counted.code()).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
		model.addAttribute("figures", counted.figures());
		model.addAttribute("figure", figure);
		model.addAttribute("group", group);
		model.addAttribute("lines", figures.lines(figure, handling, procedures, others, Counting.from(address.opening()), Counting.until(address.opening()), PER_PAGE, after));
		return "reporting/counted/lines";
	}

}
