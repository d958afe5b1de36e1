package vn.motcua.reporting.value;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Reads a value set as it comes: what stands before the values holds for all that say nothing else. */
final class DataValueSet {

	private static final JsonFactory JSON = new JsonFactory();

	private static final Map<String, String> FIELDS = Map.of("dataSet", "regime", "period", "period", "orgUnit", "agency", "dataElement", "indicator",
			"categoryOptionCombo", "breakdown", "value", "value");

	private final Map<String, String> heading = new HashMap<>();

	private final JsonValues values;

	private int number;

	DataValueSet(JsonValues values) {
		this.values = values;
	}

	void read(InputStream body) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
			require(parser.nextToken() == JsonToken.START_OBJECT);
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				JsonToken value = parser.nextToken();
				if (name.equals("dataValues")) {
					require(value == JsonToken.START_ARRAY);
					values(parser);
				}
				else if (value != null && value.isStructStart()) {
					parser.skipChildren();
				}
				else if (FIELDS.containsKey(name) && value != JsonToken.VALUE_NULL) {
					heading.put(FIELDS.get(name), parser.getString());
				}
			}
			require(parser.currentToken() == JsonToken.END_OBJECT);
		}
		catch (JacksonException unreadable) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
	}

	private void values(JsonParser parser) {
		while (parser.nextToken() == JsonToken.START_OBJECT) {
			Map<String, String> found = new HashMap<>(heading);
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String field = FIELDS.get(parser.currentName());
				JsonToken value = parser.nextToken();
				if (value != null && value.isStructStart()) {
					parser.skipChildren();
				}
				else if (field != null && value != JsonToken.VALUE_NULL) {
					found.put(field, parser.getString());
				}
			}
			values.take(found, ++number, true);
		}
		require(parser.currentToken() == JsonToken.END_ARRAY);
	}

	private static void require(boolean holds) {
		if (!holds) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
	}

}
