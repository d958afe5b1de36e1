package vn.motcua.reporting.analysis;

import java.io.IOException;
import java.io.OutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An answer as a workbook: one sheet, units and indicators down, periods across, numbers as numbers, what must be said beside them in a column at the end. */
final class XlsxAnswer {

	private static final int FIRST_PERIOD = 6;

	/** Rows that are held until they are written. */
	private static final int ROWS_TOGETHER = 1_000;

	private XlsxAnswer() {
	}

	static void write(Answer answer, OutputStream stream) throws IOException {
		try (Workbook book = new Workbook(stream, "MotCua", "1.0")) {
			Worksheet sheet = book.newWorksheet("So lieu");
			String[] heads = { "Mã chỉ tiêu", "Chỉ tiêu", "Phân tổ", "Số", "Mã đơn vị", "Đơn vị" };
			for (int c = 0; c < heads.length; c++) {
				sheet.value(0, c, heads[c]);
			}
			for (int c = 0; c < answer.columns().size(); c++) {
				sheet.value(0, FIRST_PERIOD + c, answer.columns().get(c).code());
			}
			sheet.value(0, FIRST_PERIOD + answer.columns().size(), "Ghi chú");
			sheet.range(0, 0, 0, FIRST_PERIOD + answer.columns().size()).style().bold().set();
			sheet.freezePane(FIRST_PERIOD, 1);
			for (int r = 0; r < answer.rows().size(); r++) {
				row(answer, answer.rows().get(r), r + 1, sheet);
				if (r % ROWS_TOGETHER == ROWS_TOGETHER - 1) {
					sheet.flush();
				}
			}
		}
	}

	private static void row(Answer answer, Answer.Row row, int at, Worksheet sheet) {
		sheet.value(at, 0, row.measure().indicator().code().value());
		sheet.value(at, 1, row.measure().indicator().name().vi());
		sheet.value(at, 2, row.measure().breakdown().value());
		sheet.value(at, 3, row.figure().word());
		sheet.value(at, 4, row.unit().code());
		sheet.value(at, 5, row.unit().name().vi());
		int flags = 0;
		for (int c = 0; c < answer.columns().size(); c++) {
			java.math.BigDecimal value = row.value(c);
			if (value != null) {
				sheet.value(at, FIRST_PERIOD + c, value);
			}
			flags |= row.flags(c);
		}
		sheet.value(at, FIRST_PERIOD + answer.columns().size(), Flag.words(flags));
	}

}
