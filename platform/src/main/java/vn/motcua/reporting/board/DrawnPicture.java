package vn.motcua.reporting.board;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.analysis.AnalysisView;
import vn.motcua.reporting.analysis.Measure;
import vn.motcua.reporting.analysis.Picture;
import vn.motcua.site.Page;

/**
 * A picture of a board with the figures of the moment.
 *
 * @param place from 1
 * @param view {@code null} when the question cannot be answered any more
 * @param problems why not
 */
public record DrawnPicture(int place, BoardPicture picture, @Nullable AnalysisView view, List<FieldProblem> problems) {

	private static final int NAMES_SHOWN = 2;

	private static final int COLUMNS_IN_HALF = 4;

	public String title(Page page) {
		if (!picture.title().isEmpty()) {
			return picture.title();
		}
		List<String> names = view == null ? List.of() : view.answer().measures().stream().map(Measure::indicator).distinct().map(Indicator::name).map(page::text).toList();
		if (names.isEmpty()) {
			return page.t("reporting.board.picture", "n", page.number(place));
		}
		String first = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
		return names.size() > NAMES_SHOWN ? page.t("reporting.board.more-indicators", "names", first, "n", page.number(names.size() - NAMES_SHOWN)) : first;
	}

	/** With the figures of one period in place of the last. */
	public DrawnPicture at(String period) {
		return view == null ? this : new DrawnPicture(place, picture, view.at(period), problems);
	}

	/** Half a screen has no room for many periods, nor for lines with their names. */
	public boolean wide() {
		return view != null && (view.picture() == Picture.LINES || view.picture() == Picture.TABLE && view.answer().columns().size() > COLUMNS_IN_HALF);
	}

	/** On the page of figures, where the question can be changed. */
	public String href() {
		return "/bao-cao/phan-tich?" + picture.question() + "&view=" + picture.picture().word();
	}

	public String file(String format) {
		return "/bao-cao/phan-tich/tai-ve?" + picture.question() + "&format=" + format;
	}

}
