package vn.motcua.reporting.analysis;

import java.io.IOException;

/** An answer as a table for spreadsheets: one line a figure. */
final class CsvAnswer {

	private CsvAnswer() {
	}

	static void write(Answer answer, Out out) throws IOException {
		out.raw("\ufeffindicator,indicator_name,breakdown,figure,unit,unit_name,period,value,unit_of_measure,flags,reports,expected,lines\n");
		for (Answer.Row row : answer.rows()) {
			for (int c = 0; c < answer.columns().size(); c++) {
				Answer.Column column = answer.columns().get(c);
				out.cell(row.measure().indicator().code().value()).raw(',').cell(row.measure().indicator().name().vi()).raw(',').cell(row.measure().breakdown().value()).raw(',')
					.raw(row.figure().word()).raw(',').cell(row.unit().code()).raw(',').cell(row.unit().name().vi()).raw(',').raw(column.code()).raw(',')
					.decimal(row.amounts()[c], row.decimals(), "").raw(',').cell(row.figure().percent() ? "percent" : row.measure().indicator().unit()).raw(',')
					.raw(Flag.words(row.flags(c))).raw(',').decimal(row.expected()[c] == 0 ? vn.motcua.reporting.Totals.EMPTY : row.sent()[c], 0, "").raw(',')
					.decimal(row.expected()[c] == 0 ? vn.motcua.reporting.Totals.EMPTY : row.expected()[c], 0, "").raw(',')
					.cell(row.lines(answer.question(), answer.type(), column)).raw('\n');
			}
		}
	}

}
