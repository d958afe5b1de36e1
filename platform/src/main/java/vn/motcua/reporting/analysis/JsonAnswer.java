package vn.motcua.reporting.analysis;

import java.io.IOException;
import java.util.List;

import vn.motcua.kernel.LocalizedText;

/** An answer as the JSON of the interface: columns, rows with values and flags, and for every figure the address of the lines behind it. */
final class JsonAnswer {

	private JsonAnswer() {
	}

	static void write(Answer answer, Out out) throws IOException {
		out.raw("{\"question\":").string(answer.question().query());
		out.raw(",\"periodType\":").string(answer.type().name()).raw(",\"synthetic\":").raw(Boolean.toString(answer.any(Flag.SYNTHETIC)));
		out.raw(",\"recast\":").raw(Boolean.toString(answer.any(Flag.RECAST) || answer.any(Flag.PART)));
		out.raw(",\"unreported\":[");
		for (int i = 0; i < answer.unreported().size(); i++) {
			out.raw(i == 0 ? "" : ",").string(answer.unreported().get(i).code().value());
		}
		columns(answer.columns(), out);
		measures(answer.measures(), out);
		out.raw("],\"rows\":[");
		boolean first = true;
		for (Answer.Row row : answer.rows()) {
			out.raw(first ? "\n" : ",\n");
			row(answer, row, out);
			first = false;
		}
		out.raw("]}\n");
	}

	private static void columns(List<Answer.Column> columns, Out out) throws IOException {
		out.raw("],\"columns\":[");
		for (int c = 0; c < columns.size(); c++) {
			out.raw(c == 0 ? "" : ",").raw("{\"period\":").string(columns.get(c).code()).raw(",\"starts\":").string(columns.get(c).starts().toString())
				.raw(",\"dataUntil\":").string(columns.get(c).to().toString()).raw('}');
		}
	}

	private static void measures(List<Measure> measures, Out out) throws IOException {
		out.raw("],\"indicators\":[");
		for (int m = 0; m < measures.size(); m++) {
			Measure measure = measures.get(m);
			out.raw(m == 0 ? "" : ",").raw("{\"code\":").string(measure.indicator().code().value()).raw(",\"breakdown\":").string(measure.breakdown().value());
			name(measure.indicator().name(), out);
			out.raw(",\"unit\":").string(measure.indicator().unit()).raw(",\"decimals\":").number(measure.decimals()).raw(",\"regime\":")
				.string(measure.regime().code().value()).raw(",\"overUnits\":").string(measure.indicator().overUnits().name()).raw(",\"overTime\":")
				.string(measure.indicator().overTime().name()).raw(",\"formula\":").string(measure.indicator().formula()).raw('}');
		}
	}

	private static void row(Answer answer, Answer.Row row, Out out) throws IOException {
		out.raw("{\"indicator\":").string(row.measure().indicator().code().value()).raw(",\"breakdown\":").string(row.measure().breakdown().value()).raw(",\"figure\":")
			.string(row.figure().word()).raw(",\"unit\":").string(row.unit().code()).raw(",\"unitNumber\":").number(row.unit().number());
		name(row.unit().name(), out);
		out.raw(",\"values\":[");
		for (int c = 0; c < row.amounts().length; c++) {
			if (c > 0) {
				out.raw(',');
			}
			out.decimal(row.amounts()[c], row.decimals(), "null");
		}
		out.raw("],\"flags\":[");
		for (int c = 0; c < row.flags().length; c++) {
			out.raw(c == 0 ? "\"" : ",\"").raw(Flag.words(row.flags(c))).raw('"');
		}
		reports(row, out);
		out.raw(",\"lines\":").string(row.lines(answer.question(), answer.type())).raw('}');
	}

	private static void reports(Answer.Row row, Out out) throws IOException {
		out.raw("],\"reports\":[");
		for (int c = 0; c < row.expected().length; c++) {
			out.raw(c == 0 ? "" : ",");
			if (row.expected()[c] == 0) {
				out.raw("null");
			}
			else {
				out.raw('[').number(row.sent()[c]).raw(',').number(row.expected()[c]).raw(']');
			}
		}
		out.raw(']');
	}

	private static void name(LocalizedText name, Out out) throws IOException {
		out.raw(",\"name\":").string(name.vi()).raw(",\"nameEn\":").string(name.en());
	}

}
