package vn.motcua.reporting.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Totals;

/**
 * What the figures say to a question.
 *
 * @param type of the columns' periods
 * @param rows by indicator, then figure, then unit
 * @param unreported indicators that no regime asks for in such periods
 */
public record Answer(Question question, PeriodType type, List<Column> columns, List<Measure> measures, List<Unit> units, List<Row> rows, List<Indicator> unreported) {

	/**
	 * @param to last day the data of the period are of, in any of the regimes read
	 * @param closed whether no more is taken for it, in all of them
	 */
	public record Column(String code, LocalDate starts, LocalDate to, boolean closed) {
	}

	/**
	 * @param amounts by column in units of the last decimal; {@link Totals#EMPTY} where there is none
	 * @param flags by column, see {@link Flag}
	 * @param sent by column, reports that came of those expected; both 0 where nothing is owed
	 */
	public record Row(Measure measure, Figure figure, Unit unit, int decimals, long[] amounts, byte[] flags, int[] sent, int[] expected) {

		public @Nullable BigDecimal value(int column) {
			return amounts[column] == Totals.EMPTY ? null : BigDecimal.valueOf(amounts[column], decimals);
		}

		public int flags(int column) {
			return flags[column] & 0xff;
		}

		/** Address of the lines behind its figures; the code of the column stands for {@code {period}}. */
		public String lines(Question question, PeriodType type) {
			return LinesAddress.of(measure, question, figure).of(unit);
		}

		public String lines(Question question, PeriodType type, Column column) {
			return lines(question, type).replace("{period}", column.code());
		}

	}

	/**
	 * Whether a period says all it is going to say: it is closed and somebody reported, or every report that is owed for it was accepted.
	 */
	public boolean complete(int column) {
		List<Row> values = rows.stream().filter(row -> row.figure() == Figure.VALUE).toList();
		if (columns.get(column).closed()) {
			return values.stream().anyMatch(row -> row.value(column) != null);
		}
		return values.stream().anyMatch(row -> Flag.OFFICIAL.in(row.flags(column)))
				&& values.stream().allMatch(row -> row.sent()[column] >= row.expected()[column] && (row.value(column) == null || row.expected()[column] == 0 || Flag.OFFICIAL.in(row.flags(column))));
	}

	public boolean any(Flag flag) {
		return rows.stream().anyMatch(row -> {
			for (byte flags : row.flags()) {
				if (flag.in(flags)) {
					return true;
				}
			}
			return false;
		});
	}

}
