package vn.motcua.reporting.work.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.work.ActRules;
import vn.motcua.reporting.work.Completeness;
import vn.motcua.reporting.work.Completeness.By;
import vn.motcua.reporting.work.ReminderRule;
import vn.motcua.reporting.work.Reminding;
import vn.motcua.reporting.work.ReportLists;
import vn.motcua.site.Page;

/** Who owes what under a regime, how complete it is, and when those who owe are reminded. */
@RestController
@RequestMapping("/api/reporting/v1")
@RequiresPermission(Permission.REPORT_VIEW)
class ObligationController {

	private static final int LONGEST_DAYS = 3700;

	private final Regimes regimes;

	private final Agencies agencies;

	private final ReportLists lists;

	private final Completeness completeness;

	private final Reminding reminding;

	private final ActRules rules;

	ObligationController(@org.springframework.context.annotation.Lazy Regimes regimes, Agencies agencies, ReportLists lists, Completeness completeness, Reminding reminding,
			ActRules rules) {
		this.regimes = regimes;
		this.agencies = agencies;
		this.lists = lists;
		this.completeness = completeness;
		this.reminding = reminding;
		this.rules = rules;
	}

	/** @param agency code of the unit, empty for the country */
	record Row(String agency, String name, String period, int expected, int started, int sent, int onTime, int late, int missing, int accepted) {

		static Row of(Completeness.Line line) {
			return new Row(line.code(), line.name().vi(), line.periodCode(), line.counts().expected(), line.counts().started(), line.counts().sent(), line.counts().onTime(),
					line.counts().late(), line.counts().missing(), line.counts().accepted());
		}

	}

	record Rows(List<Row> items) {
	}

	@GetMapping("/regimes/{code}/obligations")
	Slice<ReportBody> obligations(@PathVariable String code, @RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable String agency,
			@RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String after, @CurrentActor Actor actor) {
		Regime regime = ReportAddress.regime(regimes, code);
		Opening opening = blank(period) ? null : ReportAddress.opening(regimes, regime, period);
		Agency of = blank(agency) ? null : ReportAddress.agency(agencies, agency, opening == null ? today() : opening.period().to());
		return lists.listed(regime, opening, of == null ? null : of.id(), Limit.of(limit), after).map(report -> ReportBody.of(report, rules.sees(report.row(), actor)));
	}

	/** One period, or those that begin from a day to a day; by default the year that ends today. */
	@GetMapping("/completeness")
	Rows completeness(@RequestParam String regime, @RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to, @RequestParam(defaultValue = "province") String level, @RequestParam(required = false) @Nullable String agency) {
		Regime of = ReportAddress.regime(regimes, regime);
		By by = level(level);
		LocalDate last = to == null ? today() : to;
		LocalDate first = from == null ? last.minusYears(1).plusDays(1) : from;
		if (!blank(period)) {
			first = ReportAddress.opening(regimes, of, period).period().starts();
			last = first;
		}
		if (last.isBefore(first) || first.plusDays(LONGEST_DAYS).isBefore(last)) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/to", "reporting.work.range")));
		}
		if (by == By.COMMUNE && blank(agency)) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/agency", "reporting.work.parent")));
		}
		Agency parent = blank(agency) ? null : ReportAddress.agency(agencies, agency, last);
		return new Rows(completeness.of(of, first, last, by, parent == null ? null : parent.id()).stream().map(Row::of).toList());
	}

	@GetMapping("/regimes/{code}/reminders")
	ReminderRule reminders(@PathVariable String code) {
		return reminding.rule(ReportAddress.regime(regimes, code).number());
	}

	@PutMapping("/regimes/{code}/reminders")
	@RequiresPermission(Permission.REPORT_DESIGN)
	ReminderRule remind(@PathVariable String code, @RequestBody Days days, @CurrentActor Actor actor) {
		ReminderRule rule = new ReminderRule(days.before() == null ? List.of() : days.before(), days.after() == null ? List.of() : days.after());
		Regime regime = ReportAddress.regime(regimes, code);
		rules.requireOwner(regime, actor);
		reminding.set(regime, rule, actor);
		return rule;
	}

	record Days(@Nullable List<Integer> before, @Nullable List<Integer> after) {
	}

	private static By level(String typed) {
		return java.util.Arrays.stream(By.values()).filter(by -> by.name().toLowerCase(Locale.ROOT).equals(typed)).findFirst()
			.orElseThrow(() -> new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/level", "reporting.work.level"))));
	}

	private static boolean blank(@Nullable String typed) {
		return typed == null || typed.isBlank();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(lists.now(), Page.ZONE);
	}

}
