package vn.motcua.reporting.analysis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;

/** An answer as the JSON of the interface: columns, rows with values and flags, and for every figure the address of the lines behind it. */
final class JsonAnswer {

	private static final byte[] NUMBER = utf8(",\"unitNumber\":");

	private static final byte[] NAME = utf8(",\"name\":");

	private static final byte[] ENGLISH = utf8(",\"nameEn\":");

	private static final byte[] VALUES = utf8(",\"values\":[");

	private static final byte[] FLAGS = utf8("],\"flags\":[");

	private static final byte[] REPORTS = utf8("],\"reports\":[");

	private static final byte[] NULL = utf8("null");

	/** By the bits of the flags, each in its quotes. */
	private static final byte[][] WORDS = IntStream.range(0, 1 << Flag.values().length).mapToObj(flags -> utf8('"' + Flag.words(flags) + '"')).toArray(byte[][]::new);

	private JsonAnswer() {
	}

	/** What is the same in all rows of a measure and figure: before the unit, and around its address in that of the lines. There are ten thousand such rows. */
	private record Same(Measure measure, Figure figure, byte[] before, byte[] lines, byte[] after) {

		static Same of(Answer.Row row, Question question) {
			LinesAddress lines = LinesAddress.of(row.measure(), question, row.figure());
			return new Same(row.measure(), row.figure(),
					utf8("{\"indicator\":\"" + row.measure().indicator().code() + "\",\"breakdown\":\"" + row.measure().breakdown().value() + "\",\"figure\":\"" + row.figure().word() + "\",\"unit\":"),
					utf8("],\"lines\":\"" + lines.before()), utf8(lines.after() + "\"}"));
		}

		boolean with(Answer.Row row) {
			return measure == row.measure() && figure == row.figure();
		}

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
		@Nullable Same same = null;
		for (Answer.Row row : answer.rows()) {
			out.raw(same == null ? "\n" : ",\n");
			same = same != null && same.with(row) ? same : Same.of(row, answer.question());
			row(row, same, out);
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

	private static void row(Answer.Row row, Same same, Out out) throws IOException {
		out.raw(same.before()).string(row.unit().code()).raw(NUMBER).number(row.unit().number());
		name(row.unit().name(), out);
		out.raw(VALUES);
		for (int c = 0; c < row.amounts().length; c++) {
			if (c > 0) {
				out.raw(',');
			}
			out.decimal(row.amounts()[c], row.decimals(), "null");
		}
		out.raw(FLAGS);
		for (int c = 0; c < row.flags().length; c++) {
			if (c > 0) {
				out.raw(',');
			}
			out.raw(WORDS[row.flags(c)]);
		}
		reports(row, out);
		out.raw(same.lines()).raw(row.unit().address()).raw(same.after());
	}

	private static void reports(Answer.Row row, Out out) throws IOException {
		out.raw(REPORTS);
		for (int c = 0; c < row.expected().length; c++) {
			if (c > 0) {
				out.raw(',');
			}
			if (row.expected()[c] == 0) {
				out.raw(NULL);
			}
			else {
				out.raw('[').number(row.sent()[c]).raw(',').number(row.expected()[c]).raw(']');
			}
		}
	}

	private static void name(LocalizedText name, Out out) throws IOException {
		out.raw(NAME).string(name.vi()).raw(ENGLISH).string(name.en());
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
