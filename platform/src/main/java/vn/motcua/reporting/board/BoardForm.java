package vn.motcua.reporting.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.analysis.Parameters;
import vn.motcua.reporting.analysis.Picture;
import vn.motcua.site.Page;

/**
 * A board as its owner changes it. Each picture has a number for its place; who gets a number that another has stands before it when it moved up, and after it
 * when it moved down.
 *
 * @param theirs what was saved in another window since this one was drawn, {@code null} when nothing was
 */
public record BoardForm(String name, Sharing sharing, int version, List<Row> rows, @Nullable Board theirs, List<FieldProblem> problems) {

	private static final int NAMES_SHOWN = 2;

	/** @param place as it was written @param added whether another window put it on the board meanwhile */
	public record Row(int was, String title, Picture picture, String place, boolean removed, String question, boolean added) {

		private int order() {
			int wanted = Integer.parseInt(place) * 2;
			return Integer.compare(wanted, was * 2) + wanted;
		}

	}

	static BoardForm of(Board board) {
		List<Row> rows = new ArrayList<>();
		board.pictures().forEach(picture -> rows.add(row(rows.size() + 1, picture, false)));
		return new BoardForm(board.name(), board.sharing(), board.version(), rows, null, List.of());
	}

	/** As it was sent: the pictures are those that it was drawn with, whatever the board has now. */
	static BoardForm of(Board board, Map<String, String[]> given) {
		List<Row> rows = new ArrayList<>();
		List<FieldProblem> problems = new ArrayList<>();
		for (BoardPicture picture : drawn(board, given)) {
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
					picture.question(), false));
		}
		String version = Parameters.one(given, "phien-ban", "");
		return new BoardForm(Parameters.one(given, "ten", board.name()), Sharing.find(Parameters.one(given, "chia-se", "")).orElse(board.sharing()),
				version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0, rows, null, problems);
	}

	private static List<BoardPicture> drawn(Board board, Map<String, String[]> given) {
		List<BoardPicture> drawn = new ArrayList<>();
		for (int n = 1; n <= 2 * Boards.MOST_PICTURES && given.containsKey("cau-hoi-" + n); n++) {
			drawn.add(new BoardPicture("", Picture.TABLE, Parameters.one(given, "cau-hoi-" + n, "")));
		}
		return drawn.isEmpty() ? board.pictures() : drawn;
	}

	List<BoardPicture> pictures() {
		return rows.stream().filter(row -> !row.removed()).sorted(Comparator.comparingInt(Row::order)).map(row -> new BoardPicture(Boards.line(row.title()), row.picture(), row.question())).toList();
	}

	BoardForm with(List<FieldProblem> found) {
		return new BoardForm(name, sharing, version, rows, theirs, found);
	}

	/** What was sent stands in the form with what another window saved beside it, and pictures that are new there behind its own; saved again it takes that one's place. */
	BoardForm beside(Board now) {
		List<Row> all = new ArrayList<>(rows);
		List<String> questions = new ArrayList<>(rows.stream().map(Row::question).toList());
		now.pictures().stream().filter(picture -> !questions.remove(picture.question())).forEach(picture -> all.add(row(all.size() + 1, picture, true)));
		return new BoardForm(name, sharing, now.version(), all, now, problems);
	}

	private static Row row(int place, BoardPicture picture, boolean added) {
		return new Row(place, picture.title(), picture.picture(), String.valueOf(place), false, picture.question(), added);
	}

	/** The title of a picture, or what its question asks for. */
	public static String called(Page page, Row row, List<Indicator> asked) {
		return !row.title().isEmpty() ? row.title() : asked.stream().limit(NAMES_SHOWN).map(indicator -> page.text(indicator.name())).collect(Collectors.joining(", "));
	}

	/** Pictures of the other window, in their order. */
	public List<String> theirPictures(Page page) {
		return theirs == null ? List.of() : theirs.pictures().stream().map(picture -> {
			String kind = page.t("reporting.analysis.view." + picture.picture().word());
			return picture.title().isEmpty() ? kind : picture.title() + " (" + kind + ")";
		}).toList();
	}

	public String error(Page page, String field) {
		return problems.stream().filter(problem -> problem.pointer().equals("/" + field)).findFirst().map(page::problem).orElse("");
	}

}
