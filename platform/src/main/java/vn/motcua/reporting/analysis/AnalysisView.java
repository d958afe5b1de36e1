package vn.motcua.reporting.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Indicator;
import vn.motcua.site.Page;

/**
 * An answer as a page draws it.
 *
 * @param firstRow of the table
 * @param most rows of the table and the ranking
 * @param figure what pictures show: the values, or what stands beside them
 * @param period code of the period that pictures of one period show; empty for the last with figures
 * @param board picture of a board that the answer may take the place of, empty for none
 */
public record AnalysisView(Answer answer, Picture picture, Figure figure, int firstRow, int most, String period, String board) {

	private static final int ROWS_SHOWN = 100;

	/** Of each picture on a board; the rest is one link away. */
	private static final int ROWS_ON_BOARD = 20;

	private static final int MOST_BARS = 70;

	private static final int MOST_LINES = 8;

	private static final int NAMES_SHOWN = 3;

	static AnalysisView of(Answer answer, AnalysisForm form) {
		return new AnalysisView(answer, form.picture(), answer.question().compares(form.drawn()) ? form.drawn() : Figure.VALUE, form.row(), ROWS_SHOWN, form.column(), form.board());
	}

	/** A map needs provinces; else the table stands in its place. @param kept the question as it is {@link #kept} */
	public static AnalysisView onBoard(Answer answer, Picture picture, String kept, String board) {
		Figure figure = drawn(answer.question(), Parameters.of(kept));
		AnalysisView view = new AnalysisView(answer, picture, figure, 0, ROWS_ON_BOARD, "", board);
		return picture != Picture.MAP || view.byProvince() ? view : new AnalysisView(answer, Picture.TABLE, figure, 0, ROWS_ON_BOARD, "", board);
	}

	/** A question as boards keep it: with what its pictures show, where that is not the values. */
	public static String kept(Question question, Map<String, String[]> given) {
		return question.query() + shown(drawn(question, given));
	}

	private static Figure drawn(Question question, Map<String, String[]> given) {
		return Figure.find(Parameters.one(given, "so", "")).filter(question::compares).orElse(Figure.VALUE);
	}

	private static String shown(Figure figure) {
		return figure == Figure.VALUE ? "" : "&so=" + figure.word();
	}

	/** As this one, with pictures of another period. */
	public AnalysisView at(String other) {
		return new AnalysisView(answer, picture, figure, firstRow, most, other, board);
	}

	public List<Answer.Row> shown() {
		List<Answer.Row> rows = rows();
		int from = Math.min(firstRow, rows.size());
		return rows.subList(from, Math.min(rows.size(), from + most));
	}

	/** What was asked for beside a value stands under it. */
	private List<Answer.Row> rows() {
		if (answer.question().figures().size() == 1) {
			return answer.rows();
		}
		Map<List<Object>, List<Answer.Row>> together = new LinkedHashMap<>();
		answer.rows().forEach(row -> together.computeIfAbsent(List.of(row.measure(), row.unit()), one -> new ArrayList<>()).add(row));
		return together.values().stream().flatMap(List::stream).toList();
	}

	/** Whether all rows are values of one indicator, so that its name stands once above them. */
	public boolean alike() {
		return answer.measures().size() == 1 && answer.question().figures().size() == 1;
	}

	public @Nullable String next() {
		return firstRow + most >= answer.rows().size() ? null : href(picture) + "&hang=" + (firstRow + most);
	}

	public String href(Picture as) {
		return href(as, figure);
	}

	public String href(Picture as, Figure drawn) {
		return "/bao-cao/phan-tich?" + shared(as, drawn);
	}

	/** What pictures can show: the values first. */
	public List<Figure> figures() {
		return java.util.Arrays.stream(Figure.values()).filter(answer.question()::compares).toList();
	}

	/** What the figures shown are measured in. */
	public String unit(Page page) {
		String unit = answer.measures().getFirst().indicator().unit();
		return figure.percent() ? "%" : page.tOr("reporting.unit." + unit, unit);
	}

	/** The question and its picture, for the address of a page that keeps it. */
	public String shared(Picture as) {
		return shared(as, figure);
	}

	private String shared(Picture as, Figure drawn) {
		return answer.question().query() + shown(drawn) + "&view=" + as.word() + (board.isEmpty() ? "" : "&bang=" + board);
	}

	public String file(String format) {
		return "/bao-cao/phan-tich/tai-ve?" + answer.question().query() + "&format=" + format;
	}

	/** Nothing to draw: no period in the time, or nobody who reports it. */
	public boolean empty() {
		return answer.rows().isEmpty() || answer.columns().isEmpty();
	}

	/** Nobody reported a figure that could be drawn or ranked; a table shows its gaps. */
	public boolean blank() {
		return switch (picture) {
			case LINES -> drawn().isEmpty();
			case BARS, RANKING -> values().stream().noneMatch(AnalysisView::any);
			case MAP -> values().stream().allMatch(row -> row.value(column()) == null);
			case TABLE -> false;
		};
	}

	/** What the picture shows: lines of several indicators, everything else of the first and of one period. */
	public String title(Page page) {
		Indicator first = answer.measures().getFirst().indicator();
		String unit = (figure == Figure.VALUE ? "" : ": " + page.t("reporting.analysis.figure." + figure.word())) + " (" + unit(page) + ")";
		if (picture == Picture.LINES && !drawn().isEmpty()) {
			return drawn().stream().map(row -> page.text(row.measure().indicator().name())).distinct().limit(NAMES_SHOWN).collect(Collectors.joining(", ")) + unit;
		}
		return page.text(first.name()) + ", " + FigureWords.period(answer.type(), answer.columns().get(column()).code()) + unit;
	}

	/** The period that pictures of one period show: the one asked for, else the last with figures. */
	public int column() {
		for (int c = 0; c < answer.columns().size(); c++) {
			if (answer.columns().get(c).code().equals(period)) {
				return c;
			}
		}
		for (int c = answer.columns().size() - 1; c > 0; c--) {
			int place = c;
			if (values().stream().anyMatch(row -> row.value(place) != null)) {
				return c;
			}
		}
		return 0;
	}

	/** Rows of the first indicator: its values, or what stands beside them. */
	public List<Answer.Row> values() {
		return answer.measures().isEmpty() ? List.of()
				: answer.rows().stream().filter(row -> row.figure() == figure && row.measure().equals(answer.measures().getFirst())).toList();
	}

	/** As {@link #values}, the highest first; those without a figure last. */
	public List<Answer.Row> ranked() {
		int column = column();
		return values().stream().sorted(Comparator.comparing((Answer.Row row) -> row.value(column), Comparator.nullsLast(Comparator.reverseOrder()))).limit(most).toList();
	}

	public List<Charts.Bar> bars() {
		int column = column();
		return Charts.bars(values().stream().filter(row -> row.value(column) != null).limit(MOST_BARS).toList(), column);
	}

	public List<Charts.Line> lines() {
		return Charts.lines(drawn(), answer.columns().size());
	}

	public List<Charts.Mark> marks() {
		return Charts.marks(drawn(), answer.columns().size());
	}

	/** Whether the table has more lines with figures than are drawn. */
	public boolean moreLines() {
		return answer.rows().stream().filter(row -> row.figure() == figure).filter(AnalysisView::any).count() > drawn().size();
	}

	/** Where a picture that is taken away comes from, and that its figures were made up when they were. */
	public String source(Page page) {
		String source = page.t("reporting.analysis.picture.source", "title", title(page));
		return answer.any(Flag.SYNTHETIC) ? source + " " + page.t("reporting.analysis.picture.synthetic") : source;
	}

	/** One axis: only what is measured in the unit of the first. */
	private List<Answer.Row> drawn() {
		String unit = answer.measures().getFirst().indicator().unit();
		return answer.rows().stream().filter(row -> row.figure() == figure && (figure.percent() || row.measure().indicator().unit().equals(unit))).filter(AnalysisView::any).limit(MOST_LINES).toList();
	}

	/** Name of a line: the unit, and what else tells it from the others. */
	public String name(Page page, Answer.Row row) {
		boolean one = answer.measures().size() == 1;
		String part = row.measure().part() == null ? "" : " · " + page.text(row.measure().part());
		return one || answer.units().size() > 1 && answer.measures().stream().map(Measure::indicator).distinct().count() == 1 ? page.text(row.unit().name()) + part
				: page.text(row.measure().indicator().name()) + part + (answer.units().size() > 1 ? ", " + page.text(row.unit().name()) : "");
	}

	private static boolean any(Answer.Row row) {
		return java.util.Arrays.stream(row.amounts()).anyMatch(amount -> amount != vn.motcua.reporting.Totals.EMPTY);
	}

	public List<Tiles.Tile> tiles() {
		return answer.columns().isEmpty() ? List.of() : Tiles.of(values(), column(), answer.question().asOf() != null ? answer.question().asOf() : answer.columns().get(column()).to());
	}

	public boolean byProvince() {
		return values().stream().anyMatch(row -> row.unit().level() == UnitLevel.PROVINCE);
	}

	public String lines(Answer.Row row, int column) {
		return row.lines(answer.question(), answer.type(), answer.columns().get(column));
	}

}
