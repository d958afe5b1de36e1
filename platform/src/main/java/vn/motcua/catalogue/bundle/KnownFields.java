package vn.motcua.catalogue.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of procedures (<i>lĩnh vực</i>) the platform knows, {@code catalogue/fields.csv}. */
public final class KnownFields {

	private static final Set<String> CODES = read();

	private KnownFields() {
	}

	public static boolean knows(String code) {
		return CODES.contains(code);
	}

	/** Words for somebody who wrote a code that is not among them. */
	public static String nearest(String code) {
		return Nearest.hint(code, CODES);
	}

	private static Set<String> read() {
		try (InputStream fields = KnownFields.class.getResourceAsStream("/catalogue/fields.csv")) {
			return CsvTable.read("fields", "fields.csv", new String(fields.readAllBytes(), StandardCharsets.UTF_8)).rows().stream().map(row -> row.get("code")).collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
