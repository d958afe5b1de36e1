package vn.motcua.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import vn.motcua.catalogue.bundle.Bundle;

/** Bundles of tests: shipped services under another code, with what a test wants to be different. */
public final class Bundles {

	private Bundles() {
	}

	/** With another English summary. */
	public static Bundle of(String code, String summary) {
		return of(code, summary, UnaryOperator.identity());
	}

	/** @param change made in every file */
	public static Bundle of(String code, String summary, UnaryOperator<String> change) {
		return Bundle.of(zip(code, summary, change));
	}

	public static byte[] zip(String code, String summary, UnaryOperator<String> change) {
		return zip("2.000815-chung-thuc-ban-sao", text -> summarised(text.replace("2.000815", code), summary), change);
	}

	/** Birth registration under another code. */
	public static Bundle birth(String code, UnaryOperator<String> change) {
		return Bundle.of(zip("1.001193-dang-ky-khai-sinh", text -> text.replace("1.001193", code), change));
	}

	private static String summarised(String text, String summary) {
		return text.replaceFirst("(?m)^summary:(\\R  vi: .*)\\R  en: .*$", "summary:$1\n  en: \"" + java.util.regex.Matcher.quoteReplacement(summary) + "\"");
	}

	private static byte[] zip(String folder, UnaryOperator<String> identity, UnaryOperator<String> change) {
		try {
			Bundle shipped = Bundle.of(Path.of("..", "services", folder));
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
				for (String name : shipped.names()) {
					String text = String.valueOf(shipped.text(name));
					text = change.apply(name.equals(Bundle.SERVICE) ? identity.apply(text) : text);
					zip.putNextEntry(new ZipEntry("bundle/" + name));
					zip.write(text.getBytes(StandardCharsets.UTF_8));
					zip.closeEntry();
				}
			}
			return bytes.toByteArray();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

}
