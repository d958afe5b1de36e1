package vn.motcua.catalogue.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reference tables that come with the platform and that every bundle may use: {@code platform/tax-authorities}. */
final class PlatformTables {

	static final String PREFIX = "platform/";

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

	private PlatformTables() {
	}

	static String text(String file) {
		String name = file.substring(PREFIX.length());
		try (InputStream table = NAME.matcher(name).matches() ? PlatformTables.class.getResourceAsStream("/catalogue/tables/" + name + ".csv") : null) {
			if (table == null) {
				throw new BundleRefused(Bundle.SERVICE, 1, "table-platform", "The platform has no reference table \"" + name + "\".");
			}
			return new String(table.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
