package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * The decision that publishes, amends or abolishes a procedure (<i>quyết định công bố</i>, Decree 63/2010/NĐ-CP art. 15).
 *
 * @param number as it stands on the decision, for example {@code 1872/QĐ-BTP}
 * @param decidedOn day it was signed
 * @param effectiveOn first day it holds
 */
public record PublicationDecision(String number, LocalDate decidedOn, LocalDate effectiveOn) {

	private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}/.\\- ]{2,59}");

	private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

	private static final int MOST_YEARS_AHEAD = 5;

	/**
	 * Reads what was typed.
	 * @throws ProblemException with every wrong field: {@code /decisionNumber}, {@code /decidedOn}, {@code /effectiveOn}
	 */
	public static PublicationDecision of(@Nullable String number, @Nullable LocalDate decidedOn, @Nullable LocalDate effectiveOn, LocalDate today) {
		List<FieldProblem> problems = new ArrayList<>();
		String stripped = number == null ? "" : number.strip();
		if (!NUMBER.matcher(stripped).matches()) {
			problems.add(FieldProblem.of("/decisionNumber", "catalogue.decision-number"));
		}
		if (decidedOn == null || decidedOn.isBefore(FIRST_DAY) || decidedOn.isAfter(today)) {
			problems.add(FieldProblem.of("/decidedOn", "catalogue.decided-on"));
		}
		if (effectiveOn == null || effectiveOn.isAfter(today.plusYears(MOST_YEARS_AHEAD)) || decidedOn != null && effectiveOn.isBefore(decidedOn)) {
			problems.add(FieldProblem.of("/effectiveOn", "catalogue.effective-on", "years", MOST_YEARS_AHEAD));
		}
		if (!problems.isEmpty() || decidedOn == null || effectiveOn == null) {
			throw new ProblemException(CommonProblem.FIELDS, problems);
		}
		return new PublicationDecision(stripped, decidedOn, effectiveOn);
	}

	/** First day on which it has an effect here: never before it was approved. */
	public LocalDate holdsFrom(LocalDate approvedOn) {
		return effectiveOn.isAfter(approvedOn) ? effectiveOn : approvedOn;
	}

}
