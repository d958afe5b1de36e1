package vn.motcua.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.tika.Tika;

/** The type of a file by its content. The name only tells apart what lies in the same kind of container. */
final class MediaTypes {

	private static final Map<String, String> OFFICE = Map.of("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "xlsx",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private static final Map<String, String> ENDINGS = Map.of("application/pdf", "PDF", "image/jpeg", "JPG", "image/png", "PNG",
			OFFICE.get("docx"), "DOCX", OFFICE.get("xlsx"), "XLSX", "application/xml", "XML");

	private final Tika tika = new Tika();

	String of(Path path, String name) throws IOException {
		try (InputStream content = new BufferedInputStream(Files.newInputStream(path))) {
			String found = tika.detect(content);
			if (found.equals("application/zip") || found.equals("application/x-tika-ooxml")) {
				return OFFICE.getOrDefault(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), "application/zip");
			}
			return found;
		}
	}

	/** For people: {@code PDF, JPG, PNG}. */
	static String names(Collection<String> mediaTypes) {
		return mediaTypes.stream().map(type -> ENDINGS.getOrDefault(type, type)).sorted().collect(Collectors.joining(", "));
	}

}
