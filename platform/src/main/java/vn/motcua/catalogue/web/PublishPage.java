package vn.motcua.catalogue.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.Proposal;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;
import vn.motcua.site.component.FieldError;

/** The services there are, what waits for a decision, and what came of the last upload. */
public record PublishPage(List<ServiceVersion> services, List<Proposal> waiting, Outcome outcome, DecisionForm decision) {

	/**
	 * What came of an upload.
	 *
	 * @param fine code of a bundle without findings that was only checked
	 * @param refused what stopped it before or after the check
	 */
	public record Outcome(@Nullable String fine, List<Finding> findings, @Nullable ProblemException refused) {

		static final Outcome NONE = new Outcome(null, List.of(), null);

		static Outcome fine(String code) {
			return new Outcome(code, List.of(), null);
		}

		static Outcome findings(List<Finding> findings) {
			return new Outcome(null, findings, null);
		}

		static Outcome refused(ProblemException problem) {
			return new Outcome(null, List.of(), problem);
		}

		public boolean failed() {
			return refused != null || !findings.isEmpty();
		}

		public List<FieldProblem> problems() {
			return refused == null ? List.of() : refused.fields();
		}

	}

	/** Lines of the error summary. */
	public static List<FieldError> errors(Page page, @Nullable ProblemException refused) {
		if (refused == null) {
			return List.of();
		}
		if (refused.fields().isEmpty()) {
			return List.of(new FieldError(null, page.t("problem." + refused.code().code(), refused.values())));
		}
		return refused.fields().stream().map(problem -> new FieldError(DecisionForm.field(problem), page.problem(problem))).toList();
	}

}
