package vn.motcua.reporting.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Totals;

/** Writes an answer of many figures quickly: bytes into a buffer, decimals without objects. */
final class Out {

	private static final int SIZE = 1 << 16;

	private static final int LONGEST = 64;

	private final OutputStream stream;

	private final byte[] buffer = new byte[SIZE];

	private final byte[] digits = new byte[24];

	private int used;

	Out(OutputStream stream) {
		this.stream = stream;
	}

	Out raw(String text) throws IOException {
		encode(text, 0, text.length());
		return this;
	}

	/** Writes the bytes of most texts where they belong, without an array between. */
	private void encode(String text, int from, int to) throws IOException {
		if (to - from > SIZE / 4) {
			bytes(text.substring(from, to).getBytes(StandardCharsets.UTF_8));
			return;
		}
		room(3 * (to - from));
		for (int i = from; i < to; i++) {
			char sign = text.charAt(i);
			if (sign < 0x80) {
				buffer[used++] = (byte) sign;
			}
			else if (sign < 0x800) {
				buffer[used++] = (byte) (0xC0 | sign >> 6);
				buffer[used++] = (byte) (0x80 | sign & 0x3F);
			}
			else if (Character.isSurrogate(sign)) {
				bytes(text.substring(i, to).getBytes(StandardCharsets.UTF_8));
				return;
			}
			else {
				buffer[used++] = (byte) (0xE0 | sign >> 12);
				buffer[used++] = (byte) (0x80 | sign >> 6 & 0x3F);
				buffer[used++] = (byte) (0x80 | sign & 0x3F);
			}
		}
	}

	Out raw(char sign) throws IOException {
		room(1);
		buffer[used++] = (byte) sign;
		return this;
	}

	/** What was encoded before. */
	Out raw(byte[] ready) throws IOException {
		bytes(ready);
		return this;
	}

	/** A JSON string with its quotes; {@code null} as null. */
	Out string(@Nullable String text) throws IOException {
		if (text == null) {
			return raw("null");
		}
		raw('"');
		int start = 0;
		for (int i = 0; i < text.length(); i++) {
			char sign = text.charAt(i);
			if (sign < ' ' || sign == '"' || sign == '\\') {
				encode(text, start, i);
				raw(sign == '"' ? "\\\"" : sign == '\\' ? "\\\\" : "\\u%04x".formatted((int) sign));
				start = i + 1;
			}
		}
		encode(text, start, text.length());
		return raw('"');
	}

	/** A cell of CSV, quoted where it must be; a leading sign of a formula is made harmless. */
	Out cell(String text) throws IOException {
		String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
		boolean plain = safe.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == ';' || sign == '\n' || sign == '\r');
		return raw(plain ? safe : '"' + safe.replace("\"", "\"\"") + '"');
	}

	/** An exact decimal; {@code nothing} where there is none. */
	Out decimal(long amount, int decimals, String nothing) throws IOException {
		if (amount == Totals.EMPTY) {
			return raw(nothing);
		}
		room(LONGEST);
		if (amount < 0) {
			buffer[used++] = '-';
		}
		long rest = Math.abs(amount);
		int size = 0;
		do {
			digits[size++] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		while (rest != 0 || size <= decimals);
		while (size > 0) {
			if (size == decimals) {
				buffer[used++] = '.';
			}
			buffer[used++] = digits[--size];
		}
		return this;
	}

	Out number(long number) throws IOException {
		return decimal(number, 0, "");
	}

	void flush() throws IOException {
		stream.write(buffer, 0, used);
		used = 0;
		stream.flush();
	}

	private void bytes(byte[] bytes) throws IOException {
		if (bytes.length > SIZE - used) {
			stream.write(buffer, 0, used);
			used = 0;
		}
		if (bytes.length > SIZE) {
			stream.write(bytes);
			return;
		}
		System.arraycopy(bytes, 0, buffer, used, bytes.length);
		used += bytes.length;
	}

	private void room(int needed) throws IOException {
		if (needed > SIZE - used) {
			stream.write(buffer, 0, used);
			used = 0;
		}
	}

}
