package vn.motcua.catalogue.linked;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON-LD 1.1, compact, with nodes inside of nodes. */
final class JsonLd implements LinkedFormat {

	static final String MEDIA_TYPE = "application/ld+json";

	private static final JsonFactory JSON = new JsonFactory();

	@Override
	public String mediaType() {
		return MEDIA_TYPE;
	}

	@Override
	public void one(Resource node, OutputStream out) {
		try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
			json.writeStartObject();
			context(json);
			members(node, json);
			json.writeEndObject();
		}
	}

	@Override
	public void many(Iterator<Resource> nodes, OutputStream out) {
		try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
			json.writeStartObject();
			context(json);
			json.writeName("@graph");
			json.writeStartArray();
			while (nodes.hasNext()) {
				value(nodes.next(), json);
				json.writeRaw('\n');
			}
			json.writeEndArray();
			json.writeEndObject();
		}
	}

	private static void context(JsonGenerator json) {
		json.writeName("@context");
		json.writeStartObject();
		Term.PREFIXES.forEach(json::writeStringProperty);
		json.writeEndObject();
	}

	private static void members(Resource node, JsonGenerator json) {
		json.writeStringProperty("@id", node.address());
		json.writeName("@type");
		strings(node.types(), json);
		node.statements().forEach((term, values) -> {
			json.writeName(term);
			if (values.size() == 1) {
				value(values.getFirst(), json);
				return;
			}
			json.writeStartArray();
			values.forEach(value -> value(value, json));
			json.writeEndArray();
		});
	}

	private static void strings(List<String> texts, JsonGenerator json) {
		if (texts.size() == 1) {
			json.writeString(texts.getFirst());
			return;
		}
		json.writeStartArray();
		texts.forEach(json::writeString);
		json.writeEndArray();
	}

	private static void value(Value value, JsonGenerator json) {
		if (value instanceof Value.Literal(String text, String type) && type.equals("xsd:string")) {
			json.writeString(text);
			return;
		}
		json.writeStartObject();
		switch (value) {
			case Resource node -> members(node, json);
			case Value.Address(String address) -> json.writeStringProperty("@id", address);
			case Value.Text(String text, String language) -> {
				json.writeStringProperty("@language", language);
				json.writeStringProperty("@value", text);
			}
			case Value.Literal(String text, String type) -> {
				json.writeStringProperty("@type", type);
				json.writeStringProperty("@value", text);
			}
		}
		json.writeEndObject();
	}

}
