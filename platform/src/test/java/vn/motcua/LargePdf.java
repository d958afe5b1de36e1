package vn.motcua;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A sound PDF of one page and exactly so many bytes, made while it is read; every number makes another one. */
final class LargePdf {

	private static final int TABLE = 5;

	private LargePdf() {
	}

	static InputStream of(long bytes, int number) {
		String[] objects = { "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n", "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
				"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n" };
		StringBuilder head = new StringBuilder("%PDF-1.7\n");
		StringBuilder table = new StringBuilder("xref\n0 " + TABLE + "\n0000000000 65535 f \n");
		for (String object : objects) {
			table.append("%010d 00000 n \n".formatted(head.length()));
			head.append(object);
		}
		table.append("%010d 00000 n \n".formatted(head.length()));
		String trailer = "trailer\n<</Size " + TABLE + "/Root 1 0 R>>\nstartxref\n%010d\n%%%%EOF\n";
		String start = "4 0 obj\n<</Length %010d>>\nstream\n";
		String end = "\nendstream\nendobj\n";
		long filling = bytes - head.length() - start.formatted(0).length() - end.length() - table.length() - trailer.formatted(0).length();
		head.append(start.formatted(filling));
		String tail = end + table + trailer.formatted(head.length() + filling + end.length());
		return new SequenceInputStream(Collections.enumeration(List.of(ascii(head.toString()), new Noise(filling, number), ascii(tail))));
	}

	private static InputStream ascii(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
	}

	/** The same bytes for the same number. */
	private static final class Noise extends InputStream {

		private final byte[] block = new byte[64 * 1024];

		private final long bytes;

		private long left;

		Noise(long bytes, int number) {
			new Random(number).nextBytes(block);
			this.bytes = bytes;
			left = bytes;
		}

		@Override
		public int read() {
			byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] into, int offset, int length) {
			if (left == 0) {
				return -1;
			}
			int at = (int) ((bytes - left) % block.length);
			int count = (int) Math.min(Math.min(length, block.length - at), left);
			System.arraycopy(block, at, into, offset, count);
			left -= count;
			return count;
		}

		@Override
		public int available() throws IOException {
			return (int) Math.min(left, Integer.MAX_VALUE);
		}

	}

}
