package vn.motcua.reporting.subscription;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.board.Board;
import vn.motcua.site.Page;

/**
 * Asking for letters of a board, or of a question.
 *
 * @param board {@code null} for a question
 * @param question as it is kept; empty for a board
 * @param name of the question; empty until it is given
 * @param rhythm word of it
 * @param now rhythm in which the board is sent already, {@code null} when it is not
 */
public record SubscriptionForm(@Nullable Board board, String question, String name, String rhythm, @Nullable Rhythm now, List<FieldProblem> problems) {

	public String error(Page page, String field) {
		return problems.stream().filter(problem -> problem.pointer().equals("/" + field)).findFirst().map(page::problem).orElse("");
	}

	/** Where one came from. */
	public String back() {
		return board == null ? "/bao-cao/phan-tich?" + question : board.href();
	}

}
