package vn.motcua.reporting.work.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.AgencyWords;
import vn.motcua.reporting.Reports.Step;
import vn.motcua.reporting.work.Act;
import vn.motcua.reporting.work.Assignee;
import vn.motcua.reporting.work.ListedReport;
import vn.motcua.reporting.work.ReportAct;
import vn.motcua.site.Page;
import vn.motcua.site.component.DateParts;
import vn.motcua.site.component.Status;
import vn.motcua.site.component.TimelineItem;

/**
 * The page of one report.
 *
 * @param agency whose report it is, with who answers for it when it ended
 * @param allowed acts this reader can do now
 * @param standing what would be signed now, {@code null} where nothing waits to be signed
 * @param seen mark of what would be signed, that a signature on this page is for
 * @param signed what was signed, newest first, with its figures
 * @param gatherHref where the reporter gathers from those below, {@code null} when nobody reports to it
 * @param form the act whose form is open, {@code null} for none
 */
public record ReportPage(ListedReport report, AgencyWords agency, List<Step> steps, List<Act> allowed, @Nullable StandingFigures standing, @Nullable String seen, List<SignedVersion> signed, List<Assignee> clerks, @Nullable String gatherHref,
		boolean fills, @Nullable Act form, Map<String, String> typed, List<FieldProblem> problems) {

	/** Figures that are shown unfolded. */
	public static final int SHOWN = 60;

	/** Acts that are one press of a button. */
	private static final List<Act> BUTTONS = List.of(Act.APPROVE, Act.SEND, Act.CHECK, Act.ACCEPT, Act.RECEIVE, Act.AGGREGATE, Act.REMIND, Act.CLOSE);

	private static final List<Act> FORMS = List.of(Act.RETURN, Act.REVISE, Act.EXTEND, Act.CORRECT);

	public List<Act> buttons() {
		return BUTTONS.stream().filter(allowed::contains).toList();
	}

	public List<Act> forms() {
		return FORMS.stream().filter(allowed::contains).toList();
	}

	public boolean open(Act act) {
		return act == form;
	}

	public boolean needsDeadline() {
		return form != null && ReportAct.needsDeadline(form);
	}

	public String href(Act act) {
		return report.href() + "?viec=" + act.slug() + "#viec";
	}

	public @Nullable Step returned() {
		return Step.unansweredReturn(steps);
	}

	public String entryHref() {
		return "/bao-cao/nhap/" + report.address().path();
	}

	public String stateLabel() {
		return DeskRow.label(report);
	}

	public Status status() {
		return DeskRow.status(report);
	}

	public String typed(String field) {
		return typed.getOrDefault(field, "");
	}

	public DateParts day() {
		return new DateParts(typed("han-day"), typed("han-month"), typed("han-year"));
	}

	/** What is wrong with a field of the form, in words; {@code null} when nothing is. */
	public @Nullable String error(Page page, String field) {
		return problems.stream().filter(problem -> problem.pointer().equals("/" + field)).findFirst().map(page::problem).orElse(null);
	}

	/** What is wrong with the act as a whole. */
	public List<FieldProblem> general() {
		return problems.stream().filter(problem -> !problem.pointer().equals("/ly-do") && !problem.pointer().equals("/han")).toList();
	}

	public List<TimelineItem> timeline(Page page) {
		return steps.reversed().stream().map(step -> new TimelineItem(page.t("reporting.work.done." + step.kind().toLowerCase(Locale.ROOT)), page.dateTime(step.at()), step.by(),
				text(page, step), step == steps.getLast())).toList();
	}

	private static @Nullable String text(Page page, Step step) {
		StringBuilder text = new StringBuilder(step.reason() == null ? "" : step.reason());
		if (step.dueAt() != null) {
			text.append(text.isEmpty() ? "" : " · ").append(page.t("reporting.work.new-due", "due", page.dateTime(step.dueAt())));
		}
		return text.isEmpty() ? null : text.toString();
	}

}
