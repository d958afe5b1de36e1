package vn.motcua.agent.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A text file in the encoding it is in: what its first bytes say, or UTF-16 by its zero bytes, or UTF-8 when its beginning is that, or windows-1258, the
 * Vietnamese code page of Windows. Bytes that are no letters become U+FFFD, which is a finding of the row.
 */
final class TextFile {

	static final String AUTO = "auto";

	static final char NO_LETTER = '\uFFFD';

	private static final int LOOK = 1 << 20;

	private static final Charset VIETNAMESE = Charset.forName("windows-1258");

	private TextFile() {
	}

	/** What a file had when it was last still: what is being written behind that is half a row perhaps. */
	private static final class Still extends FilterInputStream {

		private long left;

		private Still(InputStream in, long size) {
			super(in);
			this.left = size;
		}

		@Override
		public int read() throws IOException {
			int read = left > 0 ? super.read() : -1;
			left -= read < 0 ? 0 : 1;
			return read;
		}

		@Override
		public int read(byte[] bytes, int from, int length) throws IOException {
			int read = left > 0 ? super.read(bytes, from, (int) Math.min(length, left)) : -1;
			left -= Math.max(0, read);
			return read;
		}

		@Override
		public boolean markSupported() {
			return false;
		}

	}

	/** @param size bytes from the beginning that are read */
	static Reader open(Path file, String encoding, long size) throws IOException {
		InputStream in = new BufferedInputStream(new Still(Files.newInputStream(file), size), LOOK);
		in.mark(LOOK);
		byte[] begin = in.readNBytes(LOOK);
		in.reset();
		int mark = markLength(begin);
		in.skipNBytes(mark);
		Charset charset = mark > 0 ? marked(begin) : encoding.equals(AUTO) ? guessed(begin) : Charset.forName(encoding);
		return new Letters(new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
			.onUnmappableCharacter(CodingErrorAction.REPLACE)));
	}

	private static int markLength(byte[] begin) {
		if (begin.length >= 3 && (begin[0] & 0xFF) == 0xEF && (begin[1] & 0xFF) == 0xBB && (begin[2] & 0xFF) == 0xBF) {
			return 3;
		}
		boolean little = begin.length >= 2 && (begin[0] & 0xFF) == 0xFF && (begin[1] & 0xFF) == 0xFE;
		boolean big = begin.length >= 2 && (begin[0] & 0xFF) == 0xFE && (begin[1] & 0xFF) == 0xFF;
		return little || big ? 2 : 0;
	}

	private static Charset marked(byte[] begin) {
		return switch (begin[0] & 0xFF) {
			case 0xFF -> StandardCharsets.UTF_16LE;
			case 0xFE -> StandardCharsets.UTF_16BE;
			default -> StandardCharsets.UTF_8;
		};
	}

	/** Separators, digits and line ends of UTF-16 have a zero byte on one side; no other encoding has zeros at all. */
	private static @Nullable Charset wide(byte[] begin) {
		int[] zeros = new int[2];
		for (int i = 0; i < begin.length; i++) {
			zeros[i % 2] += begin[i] == 0 ? 1 : 0;
		}
		boolean many = Math.max(zeros[0], zeros[1]) > begin.length / 10 && Math.min(zeros[0], zeros[1]) * 10 < Math.max(zeros[0], zeros[1]);
		return !many ? null : zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
	}

	/** The last letter may be cut by the end of the look. */
	private static Charset guessed(byte[] begin) {
		Charset wide = wide(begin);
		if (wide != null) {
			return wide;
		}
		int length = begin.length;
		for (int cut = 0; cut <= (length == LOOK ? 3 : 0); cut++) {
			try {
				StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(begin, 0, length - cut));
				return StandardCharsets.UTF_8;
			}
			catch (CharacterCodingException notUtf8) {
				// one letter shorter, or another encoding
			}
		}
		return VIETNAMESE;
	}

}
