package vn.motcua.agent.source;

import java.text.Normalizer;
import java.util.List;

/**
 * One row of a source.
 *
 * @param source name of the file, or {@code jdbc}
 * @param number number of the row as people count it in that file
 * @param columns the columns
 * @param cells the cells, possibly fewer than columns
 * @param spreadsheet whether numbers can be dates, counted in days since 1900
 */
public record Row(String source, long number, Columns columns, List<String> cells, boolean spreadsheet) {

	/** The composed text of a cell without white space around, empty when there is none. */
	public String text(String column) {
		int place = columns.place(column);
		if (place < 0 || place >= cells.size() || cells.get(place) == null) {
			return "";
		}
		String text = cells.get(place).replace('\u00a0', ' ').strip();
		return Normalizer.isNormalized(text, Normalizer.Form.NFC) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
	}

	public Finding finding(String column, String rule, String value) {
		return new Finding(source, number, column, rule, value);
	}

}
