package vn.motcua.reporting.value;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportAddress;

/** Reads the cells of one report, which the address names. */
final class OneReport {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int MOST_BYTES = 1 << 20;

	private static final int MOST_LINES = 2 * StoredCells.MOST;

	private final Map<String, String> named = new HashMap<>();

	private final Targets.Reading reading;

	private final ValueBatch batch;

	OneReport(ReportAddress address, Targets.Reading reading, ValueBatch batch) {
		named.put("regime", address.regime().code().value());
		named.put("period", address.opening().period().code());
		named.put("agency", "id:" + address.agency().id());
		this.reading = reading;
		this.batch = batch;
	}

	void read(InputStream body, boolean packed, boolean csv, boolean json) throws IOException {
		if (json) {
			values(tree(body, packed));
		}
		else if (csv) {
			ValueBody.of(body, packed).lines(few(new CsvValues(reading, batch, fixed(), List.of("indicator", "value"))));
		}
		else {
			JsonValues lines = new JsonValues(reading, batch);
			ValueBody.of(body, packed).lines(few((bytes, from, to, number) -> value(node(bytes, from, to), number, lines)));
		}
	}

	/** A report has no more cells than that, so neither has what is sent for it. */
	private static ValueBody.LineTaker few(ValueBody.LineTaker lines) {
		return (bytes, from, to, number) -> {
			if (number > MOST_LINES) {
				throw new ProblemException(CommonProblem.TOO_LARGE, "max", MOST_LINES);
			}
			lines.take(bytes, from, to, number);
		};
	}

	/** {@code {"values":[{"indicator":…,"breakdown":…,"value":…}]}}, or the list alone. */
	private void values(JsonNode tree) {
		JsonNode values = tree.isObject() ? tree.path("values") : tree;
		if (!values.isArray() || values.size() > StoredCells.MOST) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
		JsonValues lines = new JsonValues(reading, batch);
		int number = 0;
		for (JsonNode value : values) {
			value(value, ++number, lines);
		}
	}

	private void value(JsonNode value, int number, JsonValues lines) {
		if (!value.isObject()) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
		Map<String, String> found = new HashMap<>(named);
		for (String field : List.of("indicator", "breakdown", "value")) {
			JsonNode member = value.path(field);
			if (member.isValueNode() && !member.isNull()) {
				found.put(field, member.isNumber() ? member.decimalValue().toPlainString() : member.asString());
			}
		}
		lines.take(found, number, value.path("value").isNumber());
	}

	private ValueLine fixed() {
		ValueLine line = new ValueLine();
		String all = named.get("regime") + named.get("period") + named.get("agency");
		line.bytes = all.getBytes(java.nio.charset.StandardCharsets.UTF_8);
		int at = 0;
		for (int field : new int[] { ValueLine.REGIME, ValueLine.PERIOD, ValueLine.AGENCY }) {
			line.from[field] = at;
			at += named.get(ValueLine.FIELDS[field]).length();
			line.to[field] = at;
		}
		return line;
	}

	private static JsonNode node(byte[] bytes, int from, int to) {
		try {
			return JSON.readTree(bytes, from, to - from);
		}
		catch (JacksonException unreadable) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
	}

	static JsonNode tree(InputStream body, boolean packed) throws IOException {
		try {
			InputStream open = packed ? new GZIPInputStream(body) : body;
			byte[] bytes = open.readNBytes(MOST_BYTES + 1);
			if (bytes.length > MOST_BYTES) {
				throw new ProblemException(CommonProblem.TOO_LARGE, "max", MOST_BYTES);
			}
			return JSON.readTree(bytes);
		}
		catch (JacksonException | java.util.zip.ZipException | java.io.EOFException unreadable) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
	}

}
