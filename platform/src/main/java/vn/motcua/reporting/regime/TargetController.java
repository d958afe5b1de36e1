package vn.motcua.reporting.regime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.agency.Agencies;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Indicator;
import vn.motcua.site.Flashes;
import vn.motcua.site.Page;

/** What an indicator should reach in a year (<i>chỉ tiêu kế hoạch</i>), said by the agency that answers for it. */
@Controller
@RequestMapping("/bao-cao/chi-tieu/{ma}/muc-tieu")
@RequiresPermission(Permission.REPORT_DESIGN)
class TargetController {

	private final IndicatorPages pages;

	private final IndicatorStore store;

	private final Agencies agencies;

	private final Clock clock;

	TargetController(IndicatorPages pages, IndicatorStore store, Agencies agencies, Clock clock) {
		this.pages = pages;
		this.store = store;
		this.agencies = agencies;
		this.clock = clock;
	}

	@PostMapping
	String put(@PathVariable("ma") String typed, @RequestParam MultiValueMap<String, String> values, Locale language, @CurrentActor Actor actor, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		Indicator indicator = pages.get(typed);
		if (!pages.sets(indicator, actor)) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		TargetForm form = new TargetForm(values);
		TargetForm.Said said = form.said(indicator, new Provinces(agencies, LocalDate.now(clock.withZone(Page.ZONE))), language);
		if (said == null) {
			response.setStatus(422);
			model.addAttribute("view", pages.of(indicator, actor, form));
			return "reporting/indicator";
		}
		if (said.amount() == null) {
			store.dropTarget(indicator.code(), said.year(), said.agency());
		}
		else {
			store.putTargets(List.of(new Target(indicator.code(), said.year(), said.agency(), said.amount(), said.source(), actor.name())));
		}
		Flashes.success(redirect, said.amount() == null ? "reporting.indicator.target.dropped" : "reporting.indicator.target.saved");
		return "redirect:/bao-cao/chi-tieu/" + indicator.code();
	}

}
