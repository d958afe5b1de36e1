package vn.motcua.reporting.work.web;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.kernel.problem.ProblemKind;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.work.PeriodClosing;
import vn.motcua.reporting.work.PeriodStanding;
import vn.motcua.site.Flashes;

/** One period of a regime: how it stands, who has not reported, and its closing by the owner. */
@Controller
@RequestMapping("/bao-cao/che-do/{ma}/ky/{ky}")
@RequiresPermission(Permission.REPORT_VIEW)
class PeriodController {

	private static final int PAGE = 200;

	private final Regimes regimes;

	private final PeriodClosing closing;

	PeriodController(@Lazy Regimes regimes, PeriodClosing closing) {
		this.regimes = regimes;
		this.closing = closing;
	}

	@GetMapping
	String period(@PathVariable("ma") String code, @PathVariable("ky") String period, @RequestParam(name = "sau", required = false) @Nullable String after,
			@CurrentActor Actor officer, Model model) {
		Regime regime = ReportAddress.regime(regimes, code);
		model.addAttribute("it", page(regime, ReportAddress.opening(regimes, regime, period), after, officer, List.of()));
		return "reporting/steps/period";
	}

	/** @param outstanding how many the owner saw that have not reported, confirmed by ticking */
	@PostMapping("/dong")
	@RequiresPermission(Permission.REPORT_RECEIVE)
	String close(@PathVariable("ma") String code, @PathVariable("ky") String period, @RequestParam(name = "chua-gui", required = false) @Nullable Integer outstanding,
			@CurrentActor Actor officer, Model model, RedirectAttributes redirect, HttpServletResponse response) {
		Regime regime = ReportAddress.regime(regimes, code);
		Opening opening = ReportAddress.opening(regimes, regime, period);
		try {
			closing.close(regime, opening, outstanding, officer);
		}
		catch (ProblemException refused) {
			if (refused.code().kind() == ProblemKind.NOT_FOUND || refused.code().kind() == ProblemKind.FORBIDDEN) {
				throw refused;
			}
			response.setStatus(refused.code().kind().status());
			model.addAttribute("it", page(regime, opening, null, officer, problems(refused)));
			return "reporting/steps/period";
		}
		Flashes.success(redirect, "reporting.work.period.closed.done");
		return "redirect:" + PeriodPage.href(regime, opening);
	}

	private PeriodPage page(Regime regime, Opening opening, @Nullable String after, Actor officer, List<FieldProblem> problems) {
		PeriodStanding standing = closing.standing(regime, opening);
		return new PeriodPage(standing, closing.outstanding(standing, PAGE, after), closing.owns(regime, officer), problems);
	}

	private static List<FieldProblem> problems(ProblemException refused) {
		return refused.fields().isEmpty() ? List.of(new FieldProblem("", refused.code().code(), refused.values()))
				: refused.fields().stream().map(field -> new FieldProblem("/chua-gui", field.code(), field.values())).toList();
	}

}
