package vn.motcua.reporting.analysis;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.Sheets;
import vn.motcua.site.Page;
import vn.motcua.site.component.Column;

/**
 * Where one figure comes from.
 *
 * @param row the figure alone
 * @param inputs figures its formula reads
 * @param periods figures of the shorter periods it is summed over; empty when its period is reported as such
 * @param parts figures of the units that went into this one, when it was recast
 * @param below figures of the units directly below by their names, a page of them
 * @param nextBelow place of the first of the next page, {@code null} at the end
 * @param noneBelow whether there are units below and none of them has the figure
 * @param changes of the cell in the unit's own report, newest first
 * @param whole whether the reader may see who changed it and why it went back
 */
public record LinesView(Answer answer, Answer.Row row, @Nullable Opening opening, List<Of> inputs, List<Of> periods, List<Of> parts, List<Of> below, @Nullable Integer nextBelow,
		boolean noneBelow, List<Sheets.Change> changes, List<Reports.Step> steps, Reports.@Nullable Obligation obligation, boolean whole, String path) {

	public List<Column> changeColumns(Page page) {
		Stream<Column> figures = Stream.of("version", "before").map(word -> Column.number(page.t("reporting.analysis.lines." + word)));
		Stream<Column> rest = Stream.of("source", "by", "at").filter(word -> whole || !word.equals("by")).map(word -> Column.of(page.t("reporting.analysis.lines." + word)));
		return Stream.of(figures, Stream.of(Column.number(page.t("reporting.analysis.value"))), rest).flatMap(columns -> columns).toList();
	}

	public List<Column> stepColumns(Page page) {
		return Stream.of("to-state", "at", "by", "reason").limit(whole ? 4 : 2).map(word -> Column.of(page.t("reporting.analysis.lines." + word))).toList();
	}

	/** Address of the report itself, {@code null} where the figure is no report's or the reader may not see it. */
	public @Nullable String report() {
		return opening == null || obligation == null || !whole ? null : "/bao-cao/theo-doi/" + row.measure().regime().code() + "/" + opening.period().code() + "/" + row.unit().address();
	}

	/** A figure with its name and the address of what is behind it. */
	public record Of(Answer answer, Answer.Row row, int column) {

		public String href() {
			return row.lines(answer.question(), answer.type(), answer.columns().get(column));
		}

	}

}
