package vn.motcua.site.problem;

import java.util.List;
import java.util.Map;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * What is answered instead of what was asked for.
 *
 * @param status HTTP status
 * @param code the words stand under {@code problem.<code>}
 * @param values named values for the words
 */
record Problem(int status, String code, Map<String, Object> values, List<FieldProblem> fields) {

	static Problem of(ProblemException refused) {
		return new Problem(refused.code().kind().status(), refused.code().code(), refused.values(), refused.fields());
	}

	/** What a bare status means. */
	static Problem of(int status) {
		return new Problem(status, switch (status) {
			case 401 -> CommonProblem.SIGN_IN.code();
			case 403 -> CommonProblem.FORBIDDEN.code();
			case 404 -> CommonProblem.NOT_FOUND.code();
			case 405 -> "common.method";
			case 406 -> "common.not-acceptable";
			case 409 -> CommonProblem.CHANGED_MEANWHILE.code();
			case 413, 431 -> "common.request-too-large";
			case 415 -> "common.media-type";
			case 422 -> CommonProblem.FIELDS.code();
			case 429 -> "common.too-many-now";
			case 502, 503, 504 -> "common.unavailable";
			default -> status < 500 ? "common.malformed" : "common.unexpected";
		}, Map.of(), List.of());
	}

	static Problem field(String name, String code, Map<String, Object> values) {
		return new Problem(400, CommonProblem.FIELDS.code(), Map.of(), List.of(new FieldProblem("/" + name, code, values)));
	}

}
