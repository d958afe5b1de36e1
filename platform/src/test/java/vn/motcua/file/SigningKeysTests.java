package vn.motcua.file;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that a demonstration makes for whoever signs. */
class SigningKeysTests {

	@Test
	void whoSignsNowCanBeToldToHaveSignedMonthsAgo(@TempDir Path data) {
		Clock clock = Clock.systemUTC();
		KeyStore.PrivateKeyEntry entry = new SigningKeys("", "", data, true, clock).entry(new KeyHolder("account-1-agency-1", "Ngô Đức Thọ", "Tỉnh Bắc Ninh"));
		for (Certificate certificate : entry.getCertificateChain()) {
			assertThatCode(() -> ((X509Certificate) certificate).checkValidity(Date.from(clock.instant().minus(Duration.ofDays(400))))).doesNotThrowAnyException();
		}
	}

}
