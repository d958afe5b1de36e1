package vn.motcua.exchange.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;
import vn.motcua.site.component.FieldError;

/** What is wrong with a form, by the name of the field; the first thing said about a field stands. */
public final class FormErrors {

	private final Map<String, FieldProblem> problems = new LinkedHashMap<>();

	FormErrors add(String field, String code) {
		problems.putIfAbsent(field, FieldProblem.of("/" + field, code));
		return this;
	}

	FormErrors add(String field, String code, String name, Object value) {
		problems.putIfAbsent(field, FieldProblem.of("/" + field, code, name, value));
		return this;
	}

	/** A refusal, shown at the field where the person can do something about it. */
	FormErrors add(String field, ProblemException refusal) {
		problems.putIfAbsent(field, new FieldProblem("/" + field, refusal.code().code(), refusal.values()));
		return this;
	}

	public boolean isEmpty() {
		return problems.isEmpty();
	}

	/** Lines of the error summary. */
	public List<FieldError> lines(Page page) {
		return problems.entrySet().stream().map(entry -> new FieldError(entry.getKey(), page.problem(entry.getValue()))).toList();
	}

	/** What to do about one field, {@code null} when it is fine. */
	public @Nullable String words(Page page, String field) {
		FieldProblem problem = problems.get(field);
		return problem == null ? null : page.problem(problem);
	}

}
