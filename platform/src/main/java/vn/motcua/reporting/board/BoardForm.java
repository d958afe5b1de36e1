package vn.motcua.reporting.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.analysis.Parameters;
import vn.motcua.reporting.analysis.Picture;
import vn.motcua.site.Page;

/**
 * A board as its owner changes it. Each picture has a number for its place; who gets a number that another has stands before it when it moved up, and after it
 * when it moved down.
 */
public record BoardForm(String name, Sharing sharing, int version, List<Row> rows, List<FieldProblem> problems) {

	/** @param place as it was written */
	public record Row(int was, String title, Picture picture, String place, boolean removed, String question) {

		private int order() {
			int wanted = Integer.parseInt(place) * 2;
			return Integer.compare(wanted, was * 2) + wanted;
		}

	}

	static BoardForm of(Board board) {
		List<Row> rows = new ArrayList<>();
		board.pictures().forEach(picture -> rows.add(new Row(rows.size() + 1, picture.title(), picture.picture(), String.valueOf(rows.size() + 1), false, picture.question())));
		return new BoardForm(board.name(), board.sharing(), board.version(), rows, List.of());
	}

	/** As it was sent; questions are those of the board, of the version that the form was drawn of. */
	static BoardForm of(Board board, Map<String, String[]> given) {
		List<Row> rows = new ArrayList<>();
		List<FieldProblem> problems = new ArrayList<>();
		for (BoardPicture picture : board.pictures()) {
			int n = rows.size() + 1;
			String place = Parameters.one(given, "vi-tri-" + n, String.valueOf(n));
			if (!place.matches("[1-9]\\d?")) {
				problems.add(FieldProblem.of("/vi-tri-" + n, "reporting.board.place", "max", Boards.MOST_PICTURES));
			}
			String title = Parameters.one(given, "tieu-de-" + n, picture.title());
			if (Boards.line(title).length() > Boards.LONGEST_TITLE) {
				problems.add(FieldProblem.of("/tieu-de-" + n, "reporting.board.long", "max", Boards.LONGEST_TITLE));
			}
			rows.add(new Row(n, title, Picture.find(Parameters.one(given, "hinh-" + n, "")).orElse(picture.picture()), place, given.containsKey("bo-" + n),
					picture.question()));
		}
		String version = Parameters.one(given, "phien-ban", "");
		return new BoardForm(Parameters.one(given, "ten", board.name()), Sharing.find(Parameters.one(given, "chia-se", "")).orElse(board.sharing()),
				version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0, rows, problems);
	}

	List<BoardPicture> pictures() {
		return rows.stream().filter(row -> !row.removed()).sorted(Comparator.comparingInt(Row::order)).map(row -> new BoardPicture(Boards.line(row.title()), row.picture(), row.question())).toList();
	}

	BoardForm with(List<FieldProblem> found) {
		return new BoardForm(name, sharing, version, rows, found);
	}

	public String error(Page page, String field) {
		return problems.stream().filter(problem -> problem.pointer().equals("/" + field)).findFirst().map(page::problem).orElse("");
	}

}
