package vn.motcua.reporting.work.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

import vn.motcua.agency.Agencies;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.work.Act;
import vn.motcua.reporting.work.ActRules;
import vn.motcua.reporting.work.Counts;
import vn.motcua.reporting.work.Gathering;
import vn.motcua.reporting.work.ListedReport;
import vn.motcua.reporting.work.PeriodClosing;
import vn.motcua.reporting.work.ReportAct;
import vn.motcua.reporting.work.ReportLists;
import vn.motcua.reporting.work.Unowed;

/** Gathering: what agencies below owe one agency for a period, and acts on many of them at once. */
@Controller
@RequestMapping("/bao-cao/tong-hop/{regime}/{period}/{agency}")
@RequiresPermission(Permission.REPORT_VIEW)
class GatherController {

	private static final int PAGE = 200;

	private final Regimes regimes;

	private final Agencies agencies;

	private final ReportLists lists;

	private final ActRules rules;

	private final Gathering gathering;

	private final PeriodClosing periods;

	GatherController(@Lazy Regimes regimes, Agencies agencies, ReportLists lists, ActRules rules, Gathering gathering, PeriodClosing periods) {
		this.regimes = regimes;
		this.agencies = agencies;
		this.lists = lists;
		this.rules = rules;
		this.gathering = gathering;
		this.periods = periods;
	}

	@GetMapping
	String gather(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @CurrentActor Actor officer,
			@RequestParam(name = "nhom", defaultValue = "") String group, @RequestParam(name = "thieu", defaultValue = "") String missing,
			@RequestParam(name = "sau", required = false) @Nullable String after, Model model) {
		ReportAddress gatherer = ReportAddress.of(regimes, agencies, regime, period, agency);
		model.addAttribute("it", page(gatherer, officer, new Shown(group, missing.equals("1"), after, Set.of()), Map.of(), List.of()));
		return "reporting/steps/gather";
	}

	/** On those chosen, or on all that the act suits when {@code tat-ca} is asked for. */
	@PostMapping("/{act:nhac|tiep-nhan|chap-nhan|tong-hop|tra-lai|dong}")
	@RequiresPermission(Permission.REPORT_RECEIVE)
	String all(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @PathVariable String act, @CurrentActor Actor officer,
			@RequestParam(name = "don-vi", required = false) @Nullable List<Integer> chosen, @RequestParam(name = "tat-ca", defaultValue = "") String everybody,
			@RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
		ReportAddress gatherer = ReportAddress.of(regimes, agencies, regime, period, agency);
		Act wanted = Act.ofSlug(act).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		Set<Integer> agenciesChosen = chosen == null ? Set.of() : new LinkedHashSet<>(chosen);
		if (agenciesChosen.isEmpty() && (!everybody.equals("1") || wanted == Act.RETURN)) {
			return again(gatherer, officer, agenciesChosen, typed, List.of(FieldProblem.of("/don-vi", "reporting.work.choose")), model, response);
		}
		try {
			model.addAttribute("outcomes", gathering.all(gatherer, checked(ActReader.read(wanted, typed)), agenciesChosen, officer));
		}
		catch (ProblemException refused) {
			if (refused.fields().isEmpty()) {
				throw refused;
			}
			return again(gatherer, officer, agenciesChosen, typed, refused.fields().stream()
				.map(field -> new FieldProblem(field.pointer().equals("/dueAt") ? "/han" : "/ly-do", field.code(), field.values())).toList(), model, response);
		}
		model.addAttribute("gatherer", gatherer);
		model.addAttribute("act", wanted);
		return "reporting/steps/outcomes";
	}

	/** What the form lacks is said once, not for each report. */
	private ReportAct checked(ReportAct act) {
		act.check(lists.now(), java.time.Instant.EPOCH);
		return act;
	}

	/** The same page again, with what was ticked and typed. */
	private String again(ReportAddress gatherer, Actor officer, Set<Integer> chosen, Map<String, String> typed, List<FieldProblem> problems, Model model, HttpServletResponse response) {
		response.setStatus(CommonProblem.FIELDS.kind().status());
		String after = typed.getOrDefault("sau", "");
		Shown shown = new Shown(typed.getOrDefault("nhom", ""), typed.getOrDefault("thieu", "").equals("1"), after.isEmpty() ? null : after, chosen);
		model.addAttribute("it", page(gatherer, officer, shown, typed, problems));
		return "reporting/steps/gather";
	}

	/** Which reports are on the page and which of them are ticked. */
	private record Shown(String group, boolean missing, @Nullable String after, Set<Integer> chosen) {

		String known() {
			return GatherPage.GROUPS.contains(group) ? group : "";
		}

	}

	private Slice<ListedReport> reports(ReportAddress gatherer, Shown shown) {
		return switch (shown.known()) {
			case "chua-gui" -> lists.gathered(gatherer, false, PAGE, shown.after());
			case "da-gui" -> lists.gathered(gatherer, true, PAGE, shown.after());
			default -> lists.gathered(gatherer, GatherPage.states(shown.known()), shown.missing(), PAGE, shown.after());
		};
	}

	private GatherPage page(ReportAddress gatherer, Actor officer, Shown shown, Map<String, String> typed, List<FieldProblem> problems) {
		Counts counts = lists.counts(gatherer);
		boolean mine = rules.actsFor(officer, gatherer.agency().id());
		DeskRow own = lists.find(gatherer.key()).map(report -> DeskRow.of(report, rules.allowed(report, officer))).orElse(null);
		return new GatherPage(gatherer, counts, unowed(gatherer, counts), lists.inState(gatherer, "ACCEPTED"), lists.inState(gatherer, "SENT") + lists.inState(gatherer, "RECEIVED"), reports(gatherer, shown), own, shown.known(),
				shown.missing(), shown.after(), shown.chosen(), mine && officer.may(Permission.REPORT_RECEIVE),
				counts.expected() > 0 && words(gatherer) && (mine || rules.actsFor(officer, gatherer.regime().owner())), mine && officer.may(Permission.REPORT_FILL), typed, problems);
	}

	private boolean words(ReportAddress gatherer) {
		Template template = regimes.template(gatherer.regime().number(), gatherer.opening().period().starts());
		return !template.narratives().isEmpty() || template.cellsOfWords() > 0;
	}

	private @Nullable Unowed unowed(ReportAddress gatherer, Counts counts) {
		if (counts.expected() > 0) {
			return null;
		}
		Unowed nobody = periods.standing(gatherer.regime(), gatherer.opening()).unowed();
		return nobody == null ? Unowed.ELSEWHERE : nobody;
	}

}
