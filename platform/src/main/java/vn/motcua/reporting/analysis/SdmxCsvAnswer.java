package vn.motcua.reporting.analysis;

import java.io.IOException;

import vn.motcua.reporting.Totals;

/** An answer as SDMX-CSV 2.0.0; figures that are missing have no line. */
final class SdmxCsvAnswer {

	static final String HEAD = "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,BREAKDOWN,FIGURE,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,FLAGS\n";

	private SdmxCsvAnswer() {
	}

	static void write(Answer answer, Out out) throws IOException {
		out.raw(HEAD);
		for (Answer.Row row : answer.rows()) {
			for (int c = 0; c < answer.columns().size(); c++) {
				if (row.amounts()[c] != Totals.EMPTY) {
					out.raw("dataflow,").raw(SdmxCodes.DATAFLOW).raw(",R,").raw(row.measure().indicator().code().value()).raw(',').raw(SdmxCodes.part(row.measure().breakdown())).raw(',')
						.raw(row.figure().name()).raw(',').raw(SdmxCodes.area(row.unit())).raw(',').raw(SdmxCodes.period(answer.type(), answer.columns().get(c).starts())).raw(',')
						.decimal(row.amounts()[c], row.decimals(), "").raw(',').cell(row.figure().percent() ? "PERCENT" : row.measure().indicator().unit()).raw(',')
						.raw(SdmxCodes.status(row.flags(c))).raw(',').raw(Flag.words(row.flags(c))).raw('\n');
				}
			}
		}
	}

}
