package vn.motcua.catalogue.bundle;

import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.PriceTable;

/** Reads a bundle as the service it describes. Whether it describes it well is for the checks. */
public final class BundleReader {

	private BundleReader() {
	}

	/** The service with number and version 0, for tools that work on folders. */
	public static ServiceVersion read(Bundle bundle) {
		return read(bundle, 0, 0);
	}

	/**
	 * @param id number the version has in the catalogue
	 * @throws BundleRefused when something is missing without which it is no service
	 */
	public static ServiceVersion read(Bundle bundle, long id, int version) {
		Source source = service(bundle);
		ServiceYaml yaml = new ServiceYaml(source, bundle);
		try {
			return yaml.service(id, version, JsonSource.tree(Bundle.FORM, required(bundle, Bundle.FORM)), tables(bundle, source.tree()));
		}
		catch (IllegalArgumentException | DateTimeException wrong) {
			throw new BundleRefused(Bundle.SERVICE, yaml.line(), "service-value", "A value here cannot be used: " + wrong.getMessage());
		}
	}

	/** {@code service.yaml} with its lines. */
	public static Source service(Bundle bundle) {
		return YamlSource.read(Bundle.SERVICE, required(bundle, Bundle.SERVICE));
	}

	/** {@code form.json} with its lines. */
	public static Source form(Bundle bundle) {
		return JsonSource.read(Bundle.FORM, required(bundle, Bundle.FORM));
	}

	/** {@code examples.yaml} with its lines. */
	public static Source examples(Bundle bundle) {
		return YamlSource.read(Bundle.EXAMPLES, required(bundle, Bundle.EXAMPLES));
	}

	/** YAML of the platform's own, read as strictly as a bundle's. */
	public static Source yaml(String file, String text) {
		return YamlSource.read(file, text);
	}

	/** A table in the form that bundles use, for files of the platform's own. */
	public static PriceTable table(String id, String text) {
		return CsvTable.read(id, id + ".csv", text);
	}

	private static Map<String, PriceTable> tables(Bundle bundle, JsonNode service) {
		Map<String, PriceTable> tables = new LinkedHashMap<>();
		service.path("tables").properties().forEach(table -> {
			String file = table.getValue().asString("");
			String text = file.startsWith(PlatformTables.PREFIX) ? PlatformTables.text(file) : required(bundle, file);
			tables.put(table.getKey(), CsvTable.read(table.getKey(), file, text));
		});
		return Map.copyOf(tables);
	}

	private static String required(Bundle bundle, String file) {
		String text = bundle.text(file);
		if (text == null) {
			throw new BundleRefused(file, 1, "bundle-file", "The bundle has no file of this name.");
		}
		return text;
	}

}
