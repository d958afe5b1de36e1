package vn.motcua.form;

import java.util.Map;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/**
 * JSON Schema 2020-12 as forms are checked with it: the meta-schemas are known, {@code format} annotates, and nothing is
 * fetched from anywhere, whatever a {@code $ref} of a bundle names.
 */
final class SchemaDialect {

	static final SchemaRegistry REGISTRY = registry(Map.of());

	private SchemaDialect() {
	}

	/** @param known schemas by address that a {@code $ref} may name beside the meta-schemas */
	static SchemaRegistry registry(Map<String, String> known) {
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
				registry -> registry.schemas(known).schemaLoader(loader -> loader.fetchRemoteResources(false)));
	}

}
