package vn.motcua.reporting.regime;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Template;
import vn.motcua.site.Page;
import vn.motcua.site.component.FieldError;
import vn.motcua.site.component.TaskItem;

/**
 * The draft of a version.
 *
 * @param edition which of its states this is
 * @param open what still keeps it from being published
 * @param problems why publishing was refused just now
 * @param from first day as it is written
 * @param until day from which it is no longer in force as it is written, empty for none
 * @param changes against the version before, {@code null} when there is none
 * @param meanwhile what was changed since the officer looked, because of which nothing was done
 * @param log who changed what, newest first
 * @param own indicators of its own
 * @param first periods that would be reported first
 */
public record DraftPage(String code, int number, int edition, LocalizedText name, Template template, List<FieldProblem> open, List<FieldProblem> problems, String from, String until,
		@Nullable VersionChanges changes, List<DraftChange> meanwhile, List<DraftChange> log, List<Indicator> own, List<Opening> first) {

	private static final List<String> DAYS = List.of("/hieu-luc", "/het-hieu-luc");

	public String href() {
		return "/bao-cao/che-do/" + code + "/phien-ban/" + number;
	}

	public List<FieldError> errors(Page page) {
		return problems.stream().map(problem -> DAYS.contains(problem.pointer())
				? new FieldError(problem.pointer().substring(1), page.t("reporting.design.field", "label", page.t(problem.pointer().equals(DAYS.getFirst()) ? "reporting.regime.valid-from" : "reporting.regime.valid-until"), "problem", page.problem(problem)))
				: new FieldError("bieu-mau", words(page, problem))).toList();
	}

	/** @param field one of the two days */
	public @Nullable String dateError(Page page, String field) {
		return problems.stream().filter(problem -> problem.pointer().equals("/" + field)).findFirst().map(page::problem).orElse(null);
	}

	/** What is done in which order, and how far it is. */
	public List<TaskItem> tasks(Page page) {
		String done = page.t("reporting.design.task.done");
		boolean figures = !template.tables().isEmpty();
		boolean words = !template.narratives().isEmpty() || !template.checks().isEmpty();
		return List.of(new TaskItem("1. " + page.t("reporting.regime.contents"), page.t("reporting.design.task.contents"), href() + "/noi-dung", done, true),
				new TaskItem("2. " + page.t("reporting.regime.form"), page.t("reporting.design.task.form"), "#bieu-mau",
						figures ? page.t("reporting.design.task.form.done", "n", page.number(template.tables().size()), "cells", page.number(figures())) : page.t("reporting.design.task.next"), figures),
				new TaskItem("3. " + page.t("reporting.design.own"), page.t("reporting.design.task.own"), own.isEmpty() ? null : href() + "/chi-tieu",
						own.isEmpty() ? page.t("reporting.design.task.own.none") : undefined() > 0 ? page.t("reporting.design.task.own.open", "n", page.number(undefined()), "all", page.number(own.size())) : done,
						undefined() == 0),
				new TaskItem("4. " + page.t("reporting.design.words"), page.t("reporting.design.task.words"), href() + "/loi", words ? done : page.t("reporting.design.task.optional"), true),
				new TaskItem("5. " + page.t("reporting.design.publish"), page.t("reporting.design.task.publish"), "#cong-bo",
						open.isEmpty() ? page.t("reporting.design.task.ready") : page.t("reporting.design.task.open", "n", page.number(open.size())), !open.isEmpty()));
	}

	/** Indicators of its own that nobody has defined. */
	public long undefined() {
		return own.stream().filter(one -> one.definition().vi().equals(one.name().vi())).count();
	}

	/** Figures that the tables ask for. */
	public long figures() {
		return template.tables().stream().mapToLong(table -> table.cells().size()).sum();
	}

	/** With the place it is at, where it is a cell or a check. */
	public static String words(Page page, FieldProblem problem) {
		boolean placed = problem.code().startsWith("reporting.formula.");
		return (placed ? problem.pointer().substring(1) + ": " : "") + page.problem(problem);
	}

}
