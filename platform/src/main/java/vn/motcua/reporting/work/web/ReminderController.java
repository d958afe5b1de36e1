package vn.motcua.reporting.work.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
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
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.work.ActRules;
import vn.motcua.reporting.work.ReminderRule;
import vn.motcua.reporting.work.Reminding;
import vn.motcua.site.Flashes;

/** On which days a regime reminds (<i>nhắc hạn</i>), for everybody to read and for its owner to set. */
@Controller
@RequestMapping("/bao-cao/che-do/{ma}/nhac-han")
@RequiresPermission(Permission.REPORT_VIEW)
class ReminderController {

	private final Regimes regimes;

	private final Reminding reminding;

	private final ActRules rules;

	ReminderController(@Lazy Regimes regimes, Reminding reminding, ActRules rules) {
		this.regimes = regimes;
		this.reminding = reminding;
		this.rules = rules;
	}

	@GetMapping
	String reminders(@PathVariable("ma") String code, @CurrentActor Actor officer, Model model) {
		Regime regime = ReportAddress.regime(regimes, code);
		model.addAttribute("it", ReminderPage.of(regime, reminding.rule(regime.number()), mine(regime, officer)));
		return "reporting/steps/reminders";
	}

	@PostMapping
	@RequiresPermission(Permission.REPORT_DESIGN)
	String set(@PathVariable("ma") String code, @RequestParam(name = "truoc", defaultValue = "") String before, @RequestParam(name = "sau", defaultValue = "") String after,
			@CurrentActor Actor officer, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		Regime regime = ReportAddress.regime(regimes, code);
		rules.requireOwner(regime, officer);
		List<FieldProblem> problems = new ArrayList<>();
		List<Integer> daysBefore = days(before, "/truoc", problems);
		List<Integer> daysAfter = days(after, "/sau", problems);
		if (!problems.isEmpty()) {
			response.setStatus(422);
			model.addAttribute("it", new ReminderPage(regime, reminding.rule(regime.number()), true, before, after, problems));
			return "reporting/steps/reminders";
		}
		reminding.set(regime, new ReminderRule(daysBefore, daysAfter), officer);
		Flashes.success(redirect, "reporting.work.reminders.saved");
		return "redirect:" + ReminderPage.href(regime);
	}

	private boolean mine(Regime regime, Actor officer) {
		return officer.may(Permission.REPORT_DESIGN) && rules.owns(regime, officer);
	}

	/** Numbers with commas or blanks between them; a problem at the field when they are no days. */
	private static List<Integer> days(String typed, String pointer, List<FieldProblem> problems) {
		List<Integer> days = Stream.of(typed.split("[,;\\s]+")).filter(word -> !word.isEmpty()).limit(100).map(word -> word.matches("\\d{1,3}") ? Integer.parseInt(word) : 0).toList();
		try {
			return new ReminderRule(List.of(), days).after();
		}
		catch (ProblemException refused) {
			refused.fields().forEach(field -> problems.add(new FieldProblem(pointer, field.code(), field.values())));
			return List.of();
		}
	}

}
