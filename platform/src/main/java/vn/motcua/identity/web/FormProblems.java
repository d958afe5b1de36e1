package vn.motcua.identity.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;
import vn.motcua.site.component.FieldError;

/** What is wrong with a form, by the name of the field; the first thing said about a field stands. */
public final class FormProblems {

	private final Map<String, FieldProblem> problems = new LinkedHashMap<>();

	public FormProblems add(String field, String code, Object... namesAndValues) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
			values.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		problems.putIfAbsent(field, new FieldProblem("/" + field, code, values));
		return this;
	}

	/** A refusal of the whole form, shown at the field where the person can do something about it. */
	public FormProblems add(String field, ProblemException refusal) {
		problems.putIfAbsent(field, new FieldProblem("/" + field, refusal.code().code(), refusal.values()));
		return this;
	}

	public boolean isEmpty() {
		return problems.isEmpty();
	}

	/** Lines of the error summary. */
	public List<FieldError> lines(Page page) {
		return problems.keySet().stream().map(field -> new FieldError(field, words(page, field))).toList();
	}

	/** What to do about one field, {@code null} when it is fine. */
	public @Nullable String words(Page page, String field) {
		FieldProblem problem = problems.get(field);
		return problem == null ? null : page.t("problem." + problem.code(), problem.values());
	}

}
