package vn.motcua.reporting.value;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Reads a value set as it comes: what stands before the values holds for all that say nothing else; a value that says it was deleted empties its cell. */
final class DataValueSet {

	private static final JsonFactory JSON = new JsonFactory();

	private static final Map<String, String> FIELDS = Map.of("dataSet", "regime", "period", "period", "orgUnit", "agency", "dataElement", "indicator",
			"categoryOptionCombo", "breakdown", "value", "value");

	/** What a client may also say in the set itself; here the address says it. */
	private static final Set<String> OF_THE_ADDRESS = Set.of("dryRun", "strategy", "importStrategy", "idScheme", "dataElementIdScheme", "orgUnitIdScheme", "categoryOptionComboIdScheme",
			"dataSetIdScheme");

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
				else if (value != JsonToken.VALUE_NULL) {
					heading(name, parser.getString());
				}
			}
			require(parser.currentToken() == JsonToken.END_OBJECT);
		}
		catch (JacksonException unreadable) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
	}

	private void heading(String name, String value) {
		if (OF_THE_ADDRESS.contains(name)) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/" + name, "reporting.value-set-member", "name", name)));
		}
		if (FIELDS.containsKey(name)) {
			heading.put(FIELDS.get(name), value);
		}
	}

	private void values(JsonParser parser) {
		while (parser.nextToken() == JsonToken.START_OBJECT) {
			Map<String, String> found = new HashMap<>(heading);
			boolean deleted = false;
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				String field = FIELDS.get(name);
				JsonToken value = parser.nextToken();
				if (value != null && value.isStructStart()) {
					parser.skipChildren();
				}
				else if (field != null && value != JsonToken.VALUE_NULL) {
					found.put(field, parser.getString());
				}
				deleted |= name.equals("deleted") && value != null && value.isScalarValue() && "true".equalsIgnoreCase(parser.getString());
			}
			if (deleted) {
				found.put("value", "");
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
