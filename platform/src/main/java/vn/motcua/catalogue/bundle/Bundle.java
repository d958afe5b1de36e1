package vn.motcua.catalogue.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Sha256;

/**
 * The files of one service, by name, without folders. Two bundles with the same files have the same digest, however they
 * were packed.
 */
public final class Bundle {

	public static final String SERVICE = "service.yaml";

	public static final String FORM = "form.json";

	public static final String PROCESS = "process.bpmn";

	public static final String RESULT = "result.html";

	public static final String EXAMPLES = "examples.yaml";

	private static final int MOST_FILES = 40;

	private static final int MOST_BYTES = 4 * 1024 * 1024;

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

	private final SortedMap<String, byte[]> files;

	private Bundle(SortedMap<String, byte[]> files) {
		this.files = files;
	}

	/** Reads a folder; hidden files and sub-folders are not part of the bundle. */
	public static Bundle of(Path folder) throws IOException {
		Collector collector = new Collector();
		try (Stream<Path> paths = Files.list(folder)) {
			List<Path> found = paths.filter(Files::isRegularFile).filter(path -> !path.getFileName().toString().startsWith(".")).sorted().limit(MOST_FILES + 1L).toList();
			for (Path path : found) {
				if (Files.size(path) > MOST_BYTES) {
					throw tooLarge(path.getFileName().toString());
				}
				collector.put(path.getFileName().toString(), Files.readAllBytes(path));
			}
		}
		return new Bundle(collector.files);
	}

	/** Reads a zip archive; a single folder around the files is taken off. */
	public static Bundle of(byte[] zip) {
		Collector collector = new Collector();
		int passed = 0;
		try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
			for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
				String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
				byte[] content = stream.readNBytes(MOST_BYTES + 1);
				if (!entry.isDirectory() && !name.startsWith(".") && !entry.getName().startsWith("__MACOSX/")) {
					collector.put(name, content);
				}
				else if (content.length > MOST_BYTES / MOST_FILES || ++passed > 2 * MOST_FILES) {
					throw tooLarge(name);
				}
			}
		}
		catch (IOException | IllegalArgumentException unreadable) {
			throw new BundleRefused("bundle.zip", 1, "bundle-zip", "The archive cannot be read as a zip file.");
		}
		if (collector.files.isEmpty()) {
			throw new BundleRefused("bundle.zip", 1, "bundle-zip", "The archive holds no files.");
		}
		return new Bundle(collector.files);
	}

	public boolean has(String name) {
		return files.containsKey(name);
	}

	/** Names of the files, in order. */
	public List<String> names() {
		return List.copyOf(files.keySet());
	}

	/** A file as text, {@code null} when the bundle has none of that name. */
	public @Nullable String text(String name) {
		byte[] bytes = files.get(name);
		if (bytes == null) {
			return null;
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return text.startsWith("\ufeff") ? text.substring(1) : text;
		}
		catch (CharacterCodingException notUtf8) {
			throw new BundleRefused(name, 1, "bundle-encoding", "The file is not UTF-8 text.");
		}
	}

	/** SHA-256 over names and contents, in lower-case hexadecimal. */
	public String digest() {
		MessageDigest digest = Sha256.begun();
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			digest.update((file.getKey() + '\0' + file.getValue().length + '\0').getBytes(StandardCharsets.UTF_8));
			digest.update(file.getValue());
		}
		return Sha256.ended(digest);
	}

	/** The files as a zip archive, without times, so that the same files give the same bytes. */
	public byte[] zip() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				ZipEntry entry = new ZipEntry(file.getKey());
				entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
				zip.putNextEntry(entry);
				zip.write(file.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException impossible) {
			throw new IllegalStateException(impossible);
		}
		return bytes.toByteArray();
	}

	private static BundleRefused tooLarge(String name) {
		return new BundleRefused(name, 1, "bundle-size", "A bundle has at most " + MOST_FILES + " files and " + MOST_BYTES / 1024 / 1024 + " MB.");
	}

	/** Takes files in until there are too many. */
	private static final class Collector {

		private final SortedMap<String, byte[]> files = new TreeMap<>();

		private long bytes;

		private void put(String name, byte[] content) {
			if (!NAME.matcher(name).matches()) {
				throw new BundleRefused("bundle", 1, "bundle-file-name", "File names are letters, digits, dots, hyphens and underscores.");
			}
			bytes += content.length;
			if (bytes > MOST_BYTES || files.size() >= MOST_FILES) {
				throw tooLarge(name);
			}
			if (files.put(name, content) != null) {
				throw new BundleRefused(name, 1, "bundle-file-name", "The archive holds this file twice.");
			}
		}

	}

}
