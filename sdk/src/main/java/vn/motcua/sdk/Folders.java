package vn.motcua.sdk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** A new or renamed file is safe only when its folder is on disk too. */
final class Folders {

	private static final boolean WINDOWS = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

	private Folders() {
	}

	/** A new folder is its owner's alone, because lines name people; one that is there stays as it is. */
	static void create(Path directory) throws IOException {
		Path above = directory.toAbsolutePath().getParent();
		if (Files.isDirectory(directory) || above == null) {
			return;
		}
		create(above);
		boolean permissions = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
		Files.createDirectories(directory, permissions ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")) } : new FileAttribute<?>[0]);
		force(above);
	}

	static void force(Path directory) throws IOException {
		if (!WINDOWS) {
			try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
				channel.force(true);
			}
		}
	}

}
