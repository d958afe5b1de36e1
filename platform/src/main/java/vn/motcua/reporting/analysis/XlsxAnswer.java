package vn.motcua.reporting.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import vn.motcua.site.Page;

/**
 * An answer as a workbook in the reader's language: one sheet, units and indicators down, periods across, numbers as numbers, in what they are measured beside the indicator, and what
 * must be said beside them in a column at the end.
 */
final class XlsxAnswer {

	private static final List<String> HEADS = List.of("reporting.analysis.code", "reporting.analysis.indicator", "reporting.analysis.breakdown", "reporting.analysis.says", "reporting.analysis.measured",
			"reporting.analysis.unit-code", "reporting.analysis.unit");

	/** Rows that are held until they are written. */
	private static final int ROWS_TOGETHER = 1_000;

	private final Answer answer;

	private final Page page;

	/** Words of flags, for an answer of a million figures says the same few again and again. */
	private final Map<Integer, String> words = new HashMap<>();

	private XlsxAnswer(Answer answer, Page page) {
		this.answer = answer;
		this.page = page;
	}

	/** @param page words of the reader's language */
	static void write(Answer answer, OutputStream stream, Page page) throws IOException {
		new XlsxAnswer(answer, page).write(stream);
	}

	private void write(OutputStream stream) throws IOException {
		try (Workbook book = new Workbook(stream, "MotCua", "1.0")) {
			Worksheet sheet = book.newWorksheet(page.t("reporting.analysis.sheet"));
			int notes = HEADS.size() + answer.columns().size();
			for (int c = 0; c < HEADS.size(); c++) {
				sheet.value(0, c, page.t(HEADS.get(c)));
			}
			for (int c = 0; c < answer.columns().size(); c++) {
				sheet.value(0, HEADS.size() + c, answer.columns().get(c).code());
			}
			sheet.value(0, notes, page.t("reporting.analysis.notes"));
			sheet.range(0, 0, 0, notes).style().bold().set();
			sheet.freezePane(HEADS.size(), 1);
			for (int r = 0; r < answer.rows().size(); r++) {
				row(answer.rows().get(r), r + 1, sheet);
				if (r % ROWS_TOGETHER == ROWS_TOGETHER - 1) {
					sheet.flush();
				}
			}
		}
	}

	private void row(Answer.Row row, int at, Worksheet sheet) {
		Measure measure = row.measure();
		sheet.value(at, 0, measure.indicator().code().value());
		sheet.value(at, 1, page.text(measure.indicator().name()));
		sheet.value(at, 2, measure.part() == null ? "" : page.text(measure.part()));
		sheet.value(at, 3, page.t("reporting.analysis.figure." + row.figure().word()));
		sheet.value(at, 4, row.figure().percent() ? "%" : page.tOr("reporting.unit." + measure.indicator().unit(), measure.indicator().unit()));
		sheet.value(at, 5, row.unit().code());
		sheet.value(at, 6, page.text(row.unit().name()));
		for (int c = 0; c < answer.columns().size(); c++) {
			BigDecimal value = row.value(c);
			if (value != null) {
				sheet.value(at, HEADS.size() + c, value);
			}
		}
		sheet.value(at, HEADS.size() + answer.columns().size(), notes(row));
	}

	/** The same for all periods once, else with the periods that it is said of. */
	private String notes(Answer.Row row) {
		Map<String, List<String>> said = new LinkedHashMap<>();
		for (int c = 0; c < answer.columns().size(); c++) {
			if (row.value(c) != null) {
				said.computeIfAbsent(words.computeIfAbsent(row.flags(c), this::words), _ -> new ArrayList<>()).add(answer.columns().get(c).code());
			}
		}
		if (said.size() == 1) {
			return said.keySet().iterator().next();
		}
		List<String> notes = new ArrayList<>();
		said.forEach((state, periods) -> {
			if (!state.isEmpty()) {
				notes.add(String.join(", ", periods) + ": " + state);
			}
		});
		return String.join("; ", notes);
	}

	private String words(int flags) {
		List<String> states = new ArrayList<>();
		for (Flag flag : Flag.values()) {
			if (flag.in(flags) && flag != Flag.MISSING) {
				states.add(page.t("reporting.analysis.flag." + (flag == Flag.SYNTHETIC ? "synthetic.short" : flag.word())));
			}
		}
		return String.join(", ", states);
	}

}
