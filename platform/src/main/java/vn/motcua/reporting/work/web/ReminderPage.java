package vn.motcua.reporting.work.web;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.work.ReminderRule;
import vn.motcua.site.Page;

/**
 * When those who owe reports under a regime are reminded.
 *
 * @param mine whether the reader sets the days
 * @param before days as they are typed, as is {@code after}
 */
public record ReminderPage(Regime regime, ReminderRule rule, boolean mine, String before, String after, List<FieldProblem> problems) {

	static ReminderPage of(Regime regime, ReminderRule rule, boolean mine) {
		return new ReminderPage(regime, rule, mine, typed(rule.before()), typed(rule.after()), List.of());
	}

	public static String href(Regime regime) {
		return "/bao-cao/che-do/" + regime.code() + "/nhac-han";
	}

	public @Nullable String error(Page page, String field) {
		return problems.stream().filter(problem -> problem.pointer().equals("/" + field)).findFirst().map(page::problem).orElse(null);
	}

	/** {@code 1 and 3}, or that there is none. */
	public static String words(Page page, List<Integer> days) {
		return days.isEmpty() ? page.t("reporting.work.reminders.none") : page.t("reporting.work.reminders.days", "days", typed(days));
	}

	private static String typed(List<Integer> days) {
		return days.stream().map(String::valueOf).collect(Collectors.joining(", "));
	}

}
