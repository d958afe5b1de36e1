package vn.motcua.reporting.regime;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import vn.motcua.kernel.LocalizedText;

/** Mappers of what a regime says: as it is kept, and as files write it, where a text is {@code "Vietnamese | English"}. */
final class DesignJson {

	static final JsonMapper KEPT = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

	static final JsonMapper WRITTEN = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.addModule(new SimpleModule().addDeserializer(LocalizedText.class, new TwoLanguages())).build();

	private DesignJson() {
	}

	private static final class TwoLanguages extends ValueDeserializer<LocalizedText> {

		@Override
		public LocalizedText deserialize(JsonParser parser, DeserializationContext context) {
			JsonNode node = context.readTree(parser);
			if (node.isObject()) {
				return new LocalizedText(node.path("vi").asString(""), node.path("en").asString(""));
			}
			String[] parts = node.asString("").split(" \\| ", 2);
			return new LocalizedText(parts[0].strip(), parts.length == 2 ? parts[1].strip() : "");
		}

	}

}
