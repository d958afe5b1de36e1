package vn.motcua.identity.domain;

import java.io.ByteArrayOutputStream;

/** Letters and digits that nobody mixes up, five bits each. Source: RFC 4648 section 6, without padding. */
public final class Base32 {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private Base32() {
	}

	public static String encode(byte[] bytes) {
		StringBuilder text = new StringBuilder();
		int held = 0;
		int bits = 0;
		for (byte each : bytes) {
			held = (held << 8) | (each & 0xff);
			bits += 8;
			while (bits >= 5) {
				text.append(ALPHABET.charAt((held >> (bits - 5)) & 31));
				bits -= 5;
			}
		}
		return bits == 0 ? text.toString() : text.append(ALPHABET.charAt((held << (5 - bits)) & 31)).toString();
	}

	public static byte[] decode(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		int held = 0;
		int bits = 0;
		for (char letter : text.toCharArray()) {
			int value = ALPHABET.indexOf(letter);
			if (value < 0) {
				throw new IllegalArgumentException("not base32");
			}
			held = (held << 5) | value;
			bits += 5;
			if (bits >= 8) {
				bytes.write((held >> (bits - 8)) & 0xff);
				bits -= 8;
			}
		}
		return bytes.toByteArray();
	}

}
