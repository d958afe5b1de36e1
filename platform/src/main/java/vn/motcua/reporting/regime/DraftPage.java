package vn.motcua.reporting.regime;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.Template;
import vn.motcua.site.Page;
import vn.motcua.site.component.FieldError;

/**
 * The draft of a version.
 *
 * @param open what still keeps it from being published
 * @param problems why publishing was refused just now
 * @param from first day as it is written
 * @param changes against the version before, {@code null} when there is none
 */
public record DraftPage(String code, int number, LocalizedText name, Template template, List<FieldProblem> open, List<FieldProblem> problems, String from,
		@Nullable TemplateChanges changes) {

	public String href() {
		return "/bao-cao/che-do/" + code + "/phien-ban/" + number;
	}

	public List<FieldError> errors(Page page) {
		return problems.stream().map(problem -> new FieldError(problem.pointer().equals("/hieu-luc") ? "hieu-luc" : "bieu-mau", words(page, problem))).toList();
	}

	public @Nullable String dateError(Page page) {
		return problems.stream().filter(problem -> problem.pointer().equals("/hieu-luc")).findFirst().map(page::problem).orElse(null);
	}

	/** With the place it is at, where it is a cell or a check. */
	public static String words(Page page, FieldProblem problem) {
		boolean placed = problem.code().startsWith("reporting.formula.");
		return (placed ? problem.pointer().substring(1) + ": " : "") + page.problem(problem);
	}

}
