package vn.motcua.reporting.value;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

import vn.motcua.kernel.problem.FieldProblem;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Lines of JSON, one value each: {@code {"regime":…,"period":…,"agency":…,"indicator":…,"breakdown":…,"value":…}}. */
final class JsonValues implements ValueBody.LineTaker {

	private static final JsonFactory JSON = new JsonFactory();

	private final Targets.Reading reading;

	private final ValueBatch batch;

	private final ValueLine line = new ValueLine();

	private byte[] together = new byte[ValueBody.LONGEST_LINE * 2];

	JsonValues(Targets.Reading reading, ValueBatch batch) {
		this.reading = reading;
		this.batch = batch;
		this.line.bytes = together;
	}

	@Override
	public void take(byte[] bytes, int from, int to, int number) {
		line.number = number;
		line.plain = false;
		Map<String, String> found = new LinkedHashMap<>();
		try (JsonParser parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), bytes, from, to - from)) {
			if (!read(parser, found) || parser.nextToken() != null) {
				refuse(number);
				return;
			}
		}
		catch (JacksonException unreadable) {
			refuse(number);
			return;
		}
		take(found);
	}

	/** Fields by their names, from wherever they were read. */
	void take(Map<String, String> found, int number, boolean plain) {
		line.number = number;
		line.plain = plain;
		take(found);
	}

	private void take(Map<String, String> found) {
		int at = 0;
		for (int field = 0; field < ValueLine.FIELDS.length; field++) {
			byte[] text = found.getOrDefault(ValueLine.FIELDS[field], "").getBytes(UTF_8);
			if (at + text.length > together.length) {
				refuse(line.number);
				return;
			}
			System.arraycopy(text, 0, together, at, text.length);
			line.from[field] = at;
			at += text.length;
			line.to[field] = at;
		}
		reading.take(line);
	}

	private boolean read(JsonParser parser, Map<String, String> found) {
		if (parser.nextToken() != JsonToken.START_OBJECT) {
			return false;
		}
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			if (value.isStructStart()) {
				return false;
			}
			if (value != JsonToken.VALUE_NULL && found.put(name, parser.getString()) != null) {
				return false;
			}
			if (name.equals("value")) {
				line.plain = value.isNumeric();
			}
		}
		return parser.currentToken() == JsonToken.END_OBJECT;
	}

	private void refuse(int number) {
		batch.problem(new ValueProblem(number, FieldProblem.of("", "reporting.line-unreadable")));
	}

}
