package vn.motcua.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.management.ThreadMXBean;

/** Files are streamed to disk: what is allocated does not grow with what comes in. */
class MemoryTests {

	private static final long MEGABYTE = 1024 * 1024;

	@Test
	void aFileOf25MegabytesTakesNoMemory(@TempDir Path data) throws Exception {
		ContentFolder folder = new ContentFolder(data);
		keep(folder, MEGABYTE);
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		keep(folder, 25 * MEGABYTE);
		assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MEGABYTE);
	}

	private static void keep(ContentFolder folder, long bytes) throws Exception {
		try (ContentFolder.Incoming incoming = folder.receive(zeros(bytes), 25 * MEGABYTE)) {
			assertThat(incoming.sizeBytes()).isEqualTo(bytes);
			assertThat(incoming.tooLarge()).isFalse();
		}
	}

	private static InputStream zeros(long bytes) {
		return new InputStream() {

			private long left = bytes;

			@Override
			public int read() {
				return left-- > 0 ? 0 : -1;
			}

			@Override
			public int read(byte[] buffer, int at, int length) {
				if (left <= 0) {
					return -1;
				}
				int given = (int) Math.min(left, length);
				left -= given;
				return given;
			}

		};
	}

}
