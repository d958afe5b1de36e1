package vn.motcua.reporting.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportingProblem;

/**
 * Lines of CSV: the first names the columns in any order, parted by commas, semicolons or tabs; a field with one of these in it stands between
 * quotation marks.
 */
final class CsvValues implements ValueBody.LineTaker {

	private static final int MOST_COLUMNS = 20;

	/** A column that says whether the value was deleted. */
	private static final int DELETED = ValueLine.FIELDS.length;

	private final Targets.Reading reading;

	private final ValueBatch batch;

	private final List<String> needed;

	private final ValueLine line = new ValueLine();

	private final ValueLine fixed;

	private int[] fields = new int[0];

	private byte separator;

	private boolean deleted;

	private final byte[] unquoted = new byte[ValueBody.LONGEST_LINE + 16];

	private final byte[] gathered = new byte[ValueBody.LONGEST_LINE * 2];

	private final byte[] joined = new byte[ValueBody.LONGEST_LINE * 4];

	/** @param fixed fields that the address named, {@code null} for none; @param needed columns that must be there */
	CsvValues(Targets.Reading reading, ValueBatch batch, ValueLine fixed, List<String> needed) {
		this.reading = reading;
		this.batch = batch;
		this.fixed = fixed;
		this.needed = needed;
	}

	@Override
	public void take(byte[] bytes, int from, int to, int number) {
		if (fields.length == 0) {
			heading(bytes, from, to);
			return;
		}
		line.bytes = bytes;
		line.number = number;
		deleted = false;
		Arrays.fill(line.from, 0);
		Arrays.fill(line.to, 0);
		if (!split(bytes, from, to)) {
			batch.problem(new ValueProblem(number, new vn.motcua.kernel.problem.FieldProblem("", "reporting.columns", Map.of("columns", fields.length))));
			return;
		}
		if (deleted) {
			line.empty(ValueLine.VALUE);
		}
		reading.take(fixed == null ? line : completed());
	}

	private void heading(byte[] bytes, int from, int to) {
		String heading = new String(bytes, from, to - from, StandardCharsets.UTF_8).replace("\uFEFF", "").replace("\"", "").toLowerCase(java.util.Locale.ROOT).strip();
		char sign = heading.indexOf(';') >= 0 ? ';' : heading.indexOf('\t') >= 0 ? '\t' : ',';
		List<String> names = Arrays.stream(heading.split(String.valueOf(sign), -1)).map(String::strip).toList();
		separator = (byte) sign;
		fields = names.stream().limit(MOST_COLUMNS).mapToInt(CsvValues::field).toArray();
		if (!names.containsAll(needed) || names.size() > MOST_COLUMNS || names.stream().distinct().count() != names.size()) {
			throw new ProblemException(ReportingProblem.HEADING, "columns", String.join(",", needed));
		}
	}

	private static int field(String name) {
		return switch (name) {
			case "dataelement" -> ValueLine.INDICATOR;
			case "period" -> ValueLine.PERIOD;
			case "orgunit" -> ValueLine.AGENCY;
			case "dataset" -> ValueLine.REGIME;
			case "categoryoptioncombo", "catoptcombo" -> ValueLine.BREAKDOWN;
			case "deleted" -> DELETED;
			default -> Arrays.asList(ValueLine.FIELDS).indexOf(name);
		};
	}

	/** Without quotation marks a field is where it lies. */
	private boolean split(byte[] bytes, int from, int to) {
		int at = from;
		int spare = 0;
		for (int column = 0; column < fields.length; column++) {
			if (at > to) {
				return false;
			}
			int begins = at;
			int ends;
			if (at < to && bytes[at] == '"') {
				int into = spare;
				at++;
				while (at < to && (bytes[at] != '"' || at + 1 < to && bytes[at + 1] == '"')) {
					at += bytes[at] == '"' ? 1 : 0;
					unquoted[spare++] = bytes[at++];
				}
				if (at >= to || at + 1 < to && bytes[at + 1] != separator) {
					return false;
				}
				at++;
				begins = -into - 1;
				ends = spare;
			}
			else {
				while (at < to && bytes[at] != separator) {
					at++;
				}
				ends = at;
			}
			if (fields[column] == DELETED) {
				deleted = "true".equalsIgnoreCase(begins < 0 ? text(unquoted, -begins - 1, ends) : text(bytes, begins, ends));
			}
			else if (fields[column] >= 0) {
				put(fields[column], begins, ends);
			}
			at++;
		}
		return at == to + 1 && movedTogether(bytes, spare);
	}

	private static String text(byte[] bytes, int begins, int ends) {
		return new String(bytes, begins, ends - begins, StandardCharsets.UTF_8);
	}

	private void put(int field, int begins, int ends) {
		line.from[field] = begins;
		line.to[field] = ends;
	}

	/** Fields that stood between marks lie elsewhere: all of the line is put in one place. */
	private boolean movedTogether(byte[] bytes, int spare) {
		if (spare == 0 && Arrays.stream(line.from).noneMatch(begins -> begins < 0)) {
			return true;
		}
		byte[] together = gathered;
		int at = 0;
		for (int field = 0; field < line.from.length; field++) {
			boolean quoted = line.from[field] < 0;
			int begins = quoted ? -line.from[field] - 1 : line.from[field];
			int length = line.to[field] - begins;
			System.arraycopy(quoted ? unquoted : bytes, begins, together, at, length);
			line.from[field] = at;
			line.to[field] = at + length;
			at += length;
		}
		line.bytes = together;
		return true;
	}

	/** What the address names goes in front of what the line says. */
	private ValueLine completed() {
		byte[] together = joined;
		int at = 0;
		for (int field = 0; field < line.from.length; field++) {
			boolean named = fixed.to[field] > fixed.from[field] && line.to[field] == line.from[field];
			ValueLine source = named ? fixed : line;
			int length = source.to[field] - source.from[field];
			System.arraycopy(source.bytes, source.from[field], together, at, length);
			line.from[field] = at;
			line.to[field] = at + length;
			at += length;
		}
		line.bytes = together;
		return line;
	}

}
