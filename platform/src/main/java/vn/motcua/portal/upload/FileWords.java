package vn.motcua.portal.upload;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

import vn.motcua.site.Page;

/** Sizes and kinds of files as people read them. */
public final class FileWords {

	private static final long MEGABYTE = 1024 * 1024;

	private FileWords() {
	}

	/** {@code 1,4 MB} in Vietnamese, {@code 1.4 MB} in English. */
	public static String size(Page page, long bytes) {
		if (bytes < MEGABYTE) {
			return page.number(Math.max(1, bytes / 1024)) + " KB";
		}
		return String.format(page.english() ? Locale.ENGLISH : Locale.of("vi"), "%.1f MB", bytes / (double) MEGABYTE);
	}

	/** {@code PDF, JPG, PNG} for the types a component takes. */
	public static String kinds(Collection<String> mediaTypes) {
		return mediaTypes.stream().map(FileWords::kind).distinct().sorted().collect(Collectors.joining(", "));
	}

	/** Value of a file field's {@code accept}. */
	public static String accept(Collection<String> mediaTypes) {
		return String.join(",", mediaTypes);
	}

	private static String kind(String mediaType) {
		return switch (mediaType) {
			case "application/pdf" -> "PDF";
			case "image/jpeg" -> "JPG";
			case "image/png" -> "PNG";
			case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> "DOCX";
			case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> "XLSX";
			case "application/zip" -> "ZIP";
			default -> mediaType.substring(mediaType.indexOf('/') + 1).toUpperCase(Locale.ROOT);
		};
	}

}
