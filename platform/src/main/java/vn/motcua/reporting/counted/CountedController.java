package vn.motcua.reporting.counted;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.agency.Agencies;
import vn.motcua.dossier.HandlingFigures.Figure;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;

/** The dossiers or procedures behind a counted figure, for whoever may see the report, and what the report says instead where it was corrected. */
@Controller
@RequiresPermission(Permission.REPORT_VIEW)
class CountedController {

	private final HandlingLines dossiers;

	private final ProceduresForm procedures;

	private final Corrections corrections;

	private final Regimes regimes;

	private final Agencies agencies;

	private final Reports reports;

	private final Indicators indicators;

	CountedController(HandlingLines dossiers, ProceduresForm procedures, Corrections corrections, Regimes regimes, Agencies agencies, Reports reports, Indicators indicators) {
		this.dossiers = dossiers;
		this.procedures = procedures;
		this.corrections = corrections;
		this.regimes = regimes;
		this.agencies = agencies;
		this.reports = reports;
		this.indicators = indicators;
	}

	/**
	 * @param breakdown row of the form, {@code LV=G15}; nothing for its total
	 * @param part one of the figures that a total is the sum of; the first when it is not named
	 */
	@GetMapping("/bao-cao/dem/{period}/{agency}/{indicator}")
	String lines(@PathVariable String period, @PathVariable String agency, @PathVariable("indicator") String code, @RequestParam(name = "phan-to", defaultValue = "") String breakdown,
			@RequestParam(name = "phan", defaultValue = "") String part, @RequestParam(name = "sau", required = false) @Nullable String after, @CurrentActor Actor actor, Model model) {
		ReportAddress address = ReportAddress.of(regimes, agencies, Counting.REGIME.value(), period, agency);
		LocalDate day = address.opening().period().to();
		reports.visible(address.key(), actor);
		model.addAttribute("address", address);
		model.addAttribute("breakdown", breakdown);
		HandlingIndicator.find(code).ifPresentOrElse(counted -> {
			Figure figure = counted.figures().stream().filter(each -> each.name().equals(part)).findFirst().orElse(counted.figures().getFirst());
			model.addAttribute("figures", counted.figures());
			model.addAttribute("figure", figure);
			model.addAttribute("lines", dossiers.of(figure, address, breakdown, after));
		}, () -> {
			ProcedureIndicator counted = ProcedureIndicator.find(code).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
			model.addAttribute("procedures", procedures.procedures(counted, breakdown, address.agency().id(), day));
		});
		IndicatorCode indicator = new IndicatorCode(code);
		model.addAttribute("indicator", indicators.find(indicator).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
		model.addAttribute("words", breakdown.isEmpty() ? null : indicators.words(breakdown(breakdown)));
		model.addAttribute("correction", corrections.of(address.key(), indicator, breakdown(breakdown)).orElse(null));
		return model.containsAttribute("procedures") ? "reporting/counted/procedures" : "reporting/counted/lines";
	}

	private static Breakdown breakdown(String typed) {
		try {
			return new Breakdown(typed);
		}
		catch (IllegalArgumentException malformed) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
	}

}
