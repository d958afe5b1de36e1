package vn.motcua.sdk;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The ledger answered, but not with what was asked for. */
public final class Refused extends IOException {

	private static final long serialVersionUID = 1L;

	static final int TOO_LARGE = 413;

	private static final int TOO_MANY = 429;

	private static final int MOST_LISTED = 10;

	/** Status of the answer. */
	private final int status;

	/** How long to wait, as the ledger said. */
	private final Duration retryAfter;

	/** What the ledger calls it, empty when it said no code. */
	private final String code;

	/** What is wrong, member by member. */
	private final transient List<FieldProblem> problems;

	Refused(int status, Duration retryAfter, String code, String said, List<FieldProblem> problems) {
		super("the ledger answered " + status + (said.isBlank() ? "" : ": " + said) + listed(problems));
		this.status = status;
		this.retryAfter = retryAfter;
		this.code = code;
		this.problems = List.copyOf(problems);
	}

	private static String listed(List<FieldProblem> problems) {
		return problems.isEmpty() ? "" : problems.stream().limit(MOST_LISTED).map(FieldProblem::toString).collect(Collectors.joining("; ", " [", ""))
				+ (problems.size() > MOST_LISTED ? "; +" + (problems.size() - MOST_LISTED) + "]" : "]");
	}

	/**
	 * Status of the answer.
	 * @return HTTP status
	 */
	public int status() {
		return status;
	}

	/**
	 * What the ledger calls it.
	 * @return code of the problem, for example {@code exchange.quota-lines}, empty when it said none
	 */
	public String code() {
		return code;
	}

	/**
	 * What is wrong with the request, member by member; the message lists the first ten.
	 * @return empty when the ledger named none
	 */
	public List<FieldProblem> problems() {
		return problems;
	}

	/**
	 * Whether fewer lines at once may be taken where a batch was not.
	 * @return whether it was too large, too slow to arrive, or more than the day has room for
	 */
	public boolean fewerMayPass() {
		return status == TOO_LARGE || code.endsWith("batch-too-slow") || code.endsWith("quota-lines");
	}

	/**
	 * How long to wait before asking again.
	 * @return what the ledger said, zero when it said nothing
	 */
	public Duration retryAfter() {
		return retryAfter;
	}

	/**
	 * Whether the same request can succeed later without anybody changing anything.
	 * @return whether it is worth trying again soon
	 */
	public boolean passing() {
		return status == TOO_MANY || status >= 500 || status == 408;
	}

}
