package vn.motcua.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

import vn.motcua.kernel.Sha256;

/**
 * Bytes by digest: {@code ab/cd/abcd…}. What comes in is streamed to a file of its own, forced to stable storage and then
 * moved to its place in one step, so a kill at any moment leaves either nothing or the whole.
 */
final class ContentFolder {

	private final Path root;

	private final Path incoming;

	ContentFolder(Path root) throws IOException {
		this.root = root;
		this.incoming = root.resolve("incoming");
		Files.createDirectories(incoming);
	}

	Incoming receive(InputStream content, long maxBytes) throws IOException {
		Path path = incoming.resolve(UUID.randomUUID().toString());
		MessageDigest digest = Sha256.begun();
		byte[] buffer = new byte[64 * 1024];
		long size = 0;
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			for (int read = content.read(buffer); read >= 0 && size <= maxBytes; read = content.read(buffer)) {
				digest.update(buffer, 0, read);
				size += read;
				for (ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read); bytes.hasRemaining();) {
					channel.write(bytes);
				}
			}
			channel.force(true);
		}
		catch (IOException | RuntimeException failed) {
			Files.deleteIfExists(path);
			throw failed;
		}
		return new Incoming(path, size, size > maxBytes, HexFormat.of().formatHex(digest.digest()));
	}

	InputStream open(String sha256) throws IOException {
		return Files.newInputStream(place(sha256));
	}

	private Path place(String sha256) {
		return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
	}

	private static void force(Path directory) throws IOException {
		try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	/** What has come in and is not kept yet; closing it without {@link #keep} forgets it. */
	final class Incoming implements AutoCloseable {

		private final Path path;

		private final long sizeBytes;

		private final boolean tooLarge;

		private final String sha256;

		private Incoming(Path path, long sizeBytes, boolean tooLarge, String sha256) {
			this.path = path;
			this.sizeBytes = sizeBytes;
			this.tooLarge = tooLarge;
			this.sha256 = sha256;
		}

		Path path() {
			return path;
		}

		long sizeBytes() {
			return sizeBytes;
		}

		boolean tooLarge() {
			return tooLarge;
		}

		/** Moves the bytes to their place and answers their digest. */
		String keep() throws IOException {
			Path place = place(sha256);
			Files.createDirectories(place.getParent());
			if (!Files.exists(place)) {
				try {
					Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
				}
				catch (FileAlreadyExistsException same) {
					// equal bytes came in at the same moment
				}
			}
			force(place.getParent());
			force(place.getParent().getParent());
			force(root);
			return sha256;
		}

		@Override
		public void close() throws IOException {
			Files.deleteIfExists(path);
		}

	}

}
