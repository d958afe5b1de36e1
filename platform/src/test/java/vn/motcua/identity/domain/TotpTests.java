package vn.motcua.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6238 appendix B and RFC 4648 section 10. */
class TotpTests {

	private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

	@ParameterizedTest
	@CsvSource({ "59,94287082,46119246,90693936", "1111111109,07081804,68084774,25091201", "1111111111,14050471,67062674,99943326",
			"1234567890,89005924,91819424,93441116", "2000000000,69279037,90698825,38618901", "20000000000,65353130,77737706,47863826" })
	void givesTheCodesOfTheStandard(long seconds, String sha1, String sha256, String sha512) {
		long step = Totp.stepAt(Instant.ofEpochSecond(seconds));
		assertThat(Totp.code(SECRET, step, 8, "HmacSHA1")).isEqualTo(sha1);
		assertThat(Totp.code(seed(32), step, 8, "HmacSHA256")).isEqualTo(sha256);
		assertThat(Totp.code(seed(64), step, 8, "HmacSHA512")).isEqualTo(sha512);
	}

	@Test
	void takesTheCodeOfTheStepBeforeAndAfterButNoOther() {
		Instant now = Instant.ofEpochSecond(1_600_000_000L);
		long step = Totp.stepAt(now);
		for (long near = step - 1; near <= step + 1; near++) {
			assertThat(Totp.match(SECRET, Totp.code(SECRET, near, 6, "HmacSHA1"), now, -1)).hasValue(near);
		}
		assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 2, 6, "HmacSHA1"), now, -1)).isEmpty();
		assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 2, 6, "HmacSHA1"), now, -1)).isEmpty();
	}

	@Test
	void takesACodeOnlyOnce() {
		Instant now = Instant.ofEpochSecond(1_600_000_000L);
		long step = Totp.stepAt(now);
		assertThat(Totp.match(SECRET, Totp.code(SECRET, step, 6, "HmacSHA1"), now, step)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI" })
	void writesKeysInBase32(String plain, String encoded) {
		assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
		assertThat(Base32.decode(encoded)).isEqualTo(plain.getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] seed(int length) {
		return "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
	}

}
