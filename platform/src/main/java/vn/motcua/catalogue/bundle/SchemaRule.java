package vn.motcua.catalogue.bundle;

import java.io.InputStream;
import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** {@code service.yaml} against the published JSON Schema. */
final class SchemaRule {

	private static final class Holder {

		private static final Schema SCHEMA = read();

		private static Schema read() {
			InputStream stream = SchemaRule.class.getResourceAsStream("/catalogue/service.schema.json");
			return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(stream, InputFormat.JSON);
		}

	}

	private SchemaRule() {
	}

	static List<Finding> check(Source service) {
		return Holder.SCHEMA.validate(service.tree()).stream().map(error -> finding(service, error)).distinct().toList();
	}

	private static Finding finding(Source service, Error error) {
		String pointer = error.getInstanceLocation().toString();
		String at = error.getProperty() == null || "required".equals(error.getKeyword()) ? pointer : Source.child(pointer, error.getProperty());
		String rule = switch (String.valueOf(error.getKeyword())) {
			case "required" -> language(error) ? "service-language" : "service-missing";
			case "additionalProperties" -> "service-unknown-member";
			case "pattern" -> "service-form";
			case "enum" -> "service-word";
			default -> "service-schema";
		};
		return service.finding(at, rule, (pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.') + ": ") + plain(error.getMessage()) + ".");
	}

	private static boolean language(Error error) {
		return "vi".equals(error.getProperty()) || "en".equals(error.getProperty());
	}

	/** The validator's sentence without the place it begins with. */
	private static String plain(String message) {
		return message.replaceFirst("^[^ ]*: ", "").replaceAll("\\.$", "");
	}

}
