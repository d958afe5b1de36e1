package vn.motcua.kernel.paging;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** How many items of a list one answer carries: 1 to 200, 50 unless told. */
public record Limit(int value) {

	public static final int MOST = 200;

	public static Limit of(@Nullable Integer asked) {
		int value = asked == null ? 50 : asked;
		if (value < 1 || value > MOST) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/limit", "common.limit", "max", MOST)));
		}
		return new Limit(value);
	}

}
