package vn.motcua.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Makes of good input what nobody would send: the same for the same seed. */
public final class Mutation {

	private static final Pattern VALUE = Pattern.compile("(?<=:)\\s*(\"[^\"]*\"|-?\\d+(\\.\\d+)?|true|false|null)");

	private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\":");

	private static final String[] VALUES = { "null", "true", "-1", "0", "1e400", "-1e-400", "1.5", "99999999999999999999", "9".repeat(1500), "2147483648", "\"\"", "\" \"", "[]", "{}",
			"[[]]", "[null]", "{\"\":\"\"}", "\"\\u0000\"", "\"\\ud800\"", "\"\uFEFF\"", "\"9999-12-31T23:59:59Z\"", "\"-999999999-01-01T00:00:00Z\"", "\"0000-01-01T00:00:00+18:00\"",
			"\"2026-02-30T08:00:00+07:00\"", "\"2026-11-25T24:00:00+07:00\"", "\"20261301080000\"", "\"99999999999999\"", "\"31/12/2026 08:00:00\"", "\"H26-991332-0001\"", "\"' or 1=1 --\"",
			"\"../../etc\"", "\"\\u202e\"", "\"${jndi:ldap://x}\"", "\"<script>\"", "\"%00\"", "NaN", "Infinity", "01", "'x'" };

	private static final Charset[] CHARSETS = { StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1, Charset.forName("windows-1258"),
			Charset.forName("UTF-32") };

	private final Random random;

	public Mutation(Random random) {
		this.random = random;
	}

	/** A text with values, members, nesting or bytes that are not what they should be. */
	public byte[] of(String text) {
		String mutated = text;
		for (int i = random.nextInt(3); i >= 0; i--) {
			mutated = structure(mutated);
		}
		return random.nextInt(3) == 0 ? bytes(mutated) : mutated.getBytes(StandardCharsets.UTF_8);
	}

	private String structure(String text) {
		return switch (random.nextInt(9)) {
			case 0, 1, 2 -> value(text, VALUES[random.nextInt(VALUES.length)]);
			case 3 -> value(text, "\"" + "Ă".repeat(1 << random.nextInt(17)) + "\"");
			case 4 -> value(text, "[".repeat(1 << random.nextInt(15)));
			case 5 -> value(text, "{\"a\":".repeat(200) + "1" + "}".repeat(200));
			case 6 -> member(text, "\"" + "x".repeat(random.nextInt(3) * 400) + "\":");
			case 7 -> member(text, "\"agency\":1,\"agency\":");
			default -> text.isEmpty() ? text : text.substring(0, random.nextInt(text.length())) + text.substring(random.nextInt(text.length()));
		};
	}

	private String value(String text, String with) {
		return replaced(text, VALUE.matcher(text), with);
	}

	private String member(String text, String with) {
		return replaced(text, MEMBER.matcher(text), with);
	}

	private String replaced(String text, Matcher places, String with) {
		int count = (int) places.results().count();
		if (count == 0) {
			return text;
		}
		places.reset();
		for (int at = random.nextInt(count); at >= 0; at--) {
			places.find();
		}
		return text.substring(0, places.start()) + with + text.substring(places.end());
	}

	private byte[] bytes(String text) {
		byte[] bytes = text.getBytes(random.nextInt(4) == 0 ? CHARSETS[random.nextInt(CHARSETS.length)] : StandardCharsets.UTF_8);
		for (int i = random.nextInt(8); i >= 0 && bytes.length > 0; i--) {
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
		}
		return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
	}

	/** Packed, with a frame that may be broken, cut, doubled, or unpack to far more than it is. */
	public byte[] packed(byte[] plain) {
		byte[] packed = switch (random.nextInt(6)) {
			case 0 -> plain;
			case 1 -> gzip(new byte[20 << 20]);
			case 2 -> gzip(gzip(plain));
			default -> gzip(plain);
		};
		return switch (random.nextInt(5)) {
			case 0 -> Arrays.copyOf(packed, random.nextInt(packed.length + 1));
			case 1 -> broken(packed);
			case 2 -> twice(packed);
			default -> packed;
		};
	}

	private byte[] broken(byte[] packed) {
		byte[] broken = packed.clone();
		if (broken.length > 0) {
			broken[random.nextInt(broken.length)] ^= (byte) (1 + random.nextInt(255));
		}
		return broken;
	}

	private static byte[] twice(byte[] packed) {
		byte[] twice = Arrays.copyOf(packed, packed.length * 2);
		System.arraycopy(packed, 0, twice, packed.length, packed.length);
		return twice;
	}

	private static byte[] gzip(byte[] plain) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(plain);
		}
		catch (IOException inMemory) {
			throw new UncheckedIOException(inMemory);
		}
		return bytes.toByteArray();
	}

}
