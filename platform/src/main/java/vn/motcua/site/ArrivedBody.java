package vn.motcua.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** A request's body as it comes: in memory while it is small, beyond that in a file without a name, which is gone with whoever holds it. */
public final class ArrivedBody implements AutoCloseable {

	public static final int IN_MEMORY = 64 << 10;

	private static final int MB = 1 << 20;

	private final Path folder;

	private final Room room;

	private byte[] bytes = new byte[4 << 10];

	private int size;

	private @Nullable FileChannel file;

	private long written;

	private int held;

	private boolean closed;

	/** The place of a body, with what its file may take of the disk. */
	interface Room {

		/** One megabyte more; refuses when there is none. */
		void take();

		/** Once, with what was taken. */
		void leave(int megabytes);

	}

	ArrivedBody(Path folder, Room room) {
		this.folder = folder;
		this.room = room;
	}

	/** To its end. */
	void read(InputStream in) throws IOException {
		while (true) {
			if (size == bytes.length && size < IN_MEMORY) {
				bytes = Arrays.copyOf(bytes, size * 2);
			}
			if (size == bytes.length) {
				spill();
			}
			int read = in.read(bytes, size, bytes.length - size);
			if (read < 0) {
				break;
			}
			size += read;
		}
		if (file != null) {
			spill();
			bytes = new byte[0];
			file.position(0);
		}
	}

	/** What came; once. */
	public InputStream open() {
		return file == null ? new ByteArrayInputStream(bytes, 0, size) : Channels.newInputStream(file);
	}

	private void spill() throws IOException {
		if (file == null) {
			file = nameless();
		}
		while (written + size > (long) held * MB) {
			room.take();
			held++;
		}
		for (ByteBuffer rest = ByteBuffer.wrap(bytes, 0, size); rest.hasRemaining();) {
			written += file.write(rest);
		}
		size = 0;
	}

	private FileChannel nameless() throws IOException {
		Files.createDirectories(folder);
		Path path = Files.createTempFile(folder, "arriving", "");
		FileChannel opened = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
		Files.delete(path);
		return opened;
	}

	@Override
	public void close() throws IOException {
		if (closed) {
			return;
		}
		closed = true;
		room.leave(held);
		if (file != null) {
			file.close();
		}
	}

}
