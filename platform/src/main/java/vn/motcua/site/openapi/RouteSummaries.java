package vn.motcua.site.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One sentence for every route under {@code /api}: {@code METHOD /path | sentence}, in {@code openapi/routes.txt}. */
final class RouteSummaries {

	static final Map<String, String> ALL = read();

	private RouteSummaries() {
	}

	/** @param path as the document writes it */
	static String of(String method, String path) {
		return ALL.getOrDefault(method + " " + path, "");
	}

	private static Map<String, String> read() {
		Map<String, String> summaries = new LinkedHashMap<>();
		try (InputStream stream = RouteSummaries.class.getResourceAsStream("/openapi/routes.txt")) {
			new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
				int bar = line.indexOf(" | ");
				summaries.put(line.substring(0, bar).strip(), line.substring(bar + 3).strip());
			});
			return summaries;
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
