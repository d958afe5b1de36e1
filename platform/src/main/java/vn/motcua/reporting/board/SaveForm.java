package vn.motcua.reporting.board;

import java.util.ArrayList;
import java.util.List;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.Page;
import vn.motcua.site.component.Choice;

/**
 * A question on its way to a board.
 *
 * @param question as it is kept
 * @param picture word of how it is drawn
 * @param target {@code moi} for a new board, the number of one of the actor's own, or {@code 12.3} for the place of a picture
 * @param name of a new board
 */
public record SaveForm(String question, String picture, String title, String target, String name, String sharing, List<FieldProblem> problems) {

	static final String NEW = "moi";

	SaveForm with(List<FieldProblem> found) {
		return new SaveForm(question, picture, title, target, name, sharing, found);
	}

	/** Where it can be kept: a new board, the actor's own, and the picture that it was opened from. */
	public List<Choice> targets(Page page, List<Board> mine) {
		List<Choice> targets = new ArrayList<>(List.of(new Choice(NEW, page.t("reporting.board.target.new"))));
		for (Board board : mine) {
			if (target.startsWith(board.number() + ".")) {
				targets.add(new Choice(target, page.t("reporting.board.target.place", "name", board.name(), "n", target.substring(target.indexOf('.') + 1))));
			}
			targets.add(new Choice(String.valueOf(board.number()), board.name()));
		}
		return targets;
	}

	public String error(Page page, String field) {
		return problems.stream().filter(problem -> problem.pointer().equals("/" + field)).findFirst().map(page::problem).orElse("");
	}

}
