package vn.motcua.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import vn.motcua.kernel.Sha256;

/**
 * Bytes ready to be written: plain and compressed, with their digest.
 *
 * @param digest first sixteen hexadecimal digits of the SHA-256 of the plain bytes
 * @param gzip compressed bytes; the plain ones where compression would not help
 */
record Asset(String type, byte[] plain, byte[] gzip, String digest) {

	private static final Map<String, String> TYPES = Map.of("css", "text/css;charset=UTF-8", "js", "text/javascript;charset=UTF-8", "svg",
			"image/svg+xml", "png", "image/png", "jpg", "image/jpeg", "webp", "image/webp", "ico", "image/x-icon", "webmanifest",
			"application/manifest+json", "json", "application/json", "txt", "text/plain;charset=UTF-8");

	static Asset of(String name, byte[] content) {
		return new Asset(type(name), content, compressed(content, Deflater.BEST_COMPRESSION), Sha256.of(content).substring(0, 16));
	}

	/** A drawn page; compressed at a middle level because it is done while somebody waits. */
	static Asset page(byte[] content) {
		return new Asset("text/html;charset=UTF-8", content, compressed(content, 6), Sha256.of(content).substring(0, 16));
	}

	boolean compressible() {
		return gzip != plain;
	}

	private static String type(String name) {
		return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
	}

	private static byte[] compressed(byte[] content, int level) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 3 + 64);
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes) {
			{
				def.setLevel(level);
			}
		}) {
			gzip.write(content);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.size() < content.length * 9 / 10 ? bytes.toByteArray() : content;
	}

}
