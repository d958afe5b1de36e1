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

/** Bundles of tests: certified copies under another code, with what a test wants to be different. */
public final class Bundles {

	private Bundles() {
	}

	/** With another English summary. */
	public static Bundle of(String code, String summary) {
		return of(code, summary, UnaryOperator.identity());
	}

	/** @param change made in {@code service.yaml} and {@code form.json} */
	public static Bundle of(String code, String summary, UnaryOperator<String> change) {
		return Bundle.of(zip(code, summary, change));
	}

	public static byte[] zip(String code, String summary, UnaryOperator<String> change) {
		try {
			Bundle shipped = Bundle.of(Path.of("..", "services", "2.000815-chung-thuc-ban-sao"));
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
				for (String name : shipped.names()) {
					String text = String.valueOf(shipped.text(name));
					if (name.equals(Bundle.SERVICE)) {
						text = text.replace("2.000815", code).replaceFirst("(?m)^summary:(\\R  vi: .*)\\R  en: .*$",
								"summary:$1\n  en: \"" + java.util.regex.Matcher.quoteReplacement(summary) + "\"");
					}
					zip.putNextEntry(new ZipEntry("bundle/" + name));
					zip.write((name.equals(Bundle.SERVICE) || name.equals(Bundle.FORM) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
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
