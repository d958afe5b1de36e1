package vn.motcua.reporting.subscription;

import java.util.ArrayList;
import java.util.List;

import vn.motcua.reporting.analysis.AnalysisView;
import vn.motcua.reporting.analysis.Answer;
import vn.motcua.reporting.analysis.FigureWords;
import vn.motcua.reporting.analysis.Picture;
import vn.motcua.reporting.board.DrawnPicture;
import vn.motcua.site.Page;

/** The figures of a letter, as lines of plain text: the period of a picture (the last with figures, or the one that became complete) and the one before it, each figure with its state. */
final class LetterText {

	private static final int MOST_ROWS = 10;

	private static final int PERIODS = 2;

	private LetterText() {
	}

	/** @param page words and numbers of the reader's language */
	static String of(Page page, List<DrawnPicture> pictures) {
		List<String> lines = new ArrayList<>();
		for (DrawnPicture picture : pictures) {
			lines.add(page.number(picture.place()) + ". " + picture.title(page));
			AnalysisView view = picture.view();
			if (view == null) {
				lines.add(page.t("reporting.board.unanswered"));
			}
			else if (view.empty()) {
				lines.add(page.t("reporting.analysis.nothing"));
			}
			else {
				figures(page, view, lines);
			}
			lines.add("");
		}
		return String.join("\n", lines).strip();
	}

	private static void figures(Page page, AnalysisView view, List<String> lines) {
		Answer answer = view.answer();
		int last = view.column();
		int first = Math.max(0, last - PERIODS + 1);
		List<Answer.Row> rows = view.picture() == Picture.RANKING ? view.ranked() : answer.rows();
		List<String> periods = new ArrayList<>();
		for (int c = first; c <= last; c++) {
			periods.add(FigureWords.period(answer.type(), answer.columns().get(c).code()));
		}
		lines.add(page.t("reporting.subscription.letter.periods", "periods", String.join(" | ", periods)));
		for (Answer.Row row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
			List<String> figures = new ArrayList<>();
			for (int c = first; c <= last; c++) {
				String state = FigureWords.states(page, row, c);
				figures.add(FigureWords.number(page, row, c) + (state.isEmpty() ? "" : " (" + state + ")"));
			}
			lines.add("- " + FigureWords.label(page, row) + ": " + String.join(" | ", figures));
		}
		if (rows.size() > MOST_ROWS) {
			lines.add(page.t("reporting.subscription.letter.more", "n", page.number(rows.size() - MOST_ROWS)));
		}
	}

}
