package vn.motcua.reporting.analysis;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a figure that was worked out of others is made of.
 *
 * @param row the figure alone
 * @param made figures it was worked out of, in the order of their periods
 * @param planned plan of the year, {@code null} where the figure is not measured against one
 * @param source plan that says so, {@code null} with no plan
 */
public record DerivedView(Answer answer, Answer.Row row, List<LinesView.Of> made, @Nullable BigDecimal planned, @Nullable String source) {

	/** Word of the sentence that says how: what adds up is measured against the plan from the beginning of the year on. */
	public String how() {
		boolean value = row.figure() == Figure.TARGET_SHARE && !Derivation.addsUp(row);
		return row.figure().word() + (value ? ".value" : "");
	}

}
