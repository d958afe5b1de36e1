package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

import org.junit.jupiter.api.Test;

import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;

/** The text whose digest names a line, see docs/schema/sync-digest.json; the examples there are sent by ReconciliationTests. */
class LineDigestTests {

	@Test
	void momentsAreWrittenAsInstantsWriteThemselves() {
		Random random = new Random(20_200_819);
		LineDigest digest = new LineDigest();
		for (int i = 0; i < 20_000; i++) {
			Instant at = Instant.ofEpochSecond(random.nextLong(Instant.parse("1990-01-01T00:00:00Z").getEpochSecond(), Instant.parse("2200-12-31T00:00:00Z").getEpochSecond()),
					i % 3 == 0 ? 0 : random.nextInt(1_000_000_000));
			assertThat(digest.text(line(at)).split("\u001f", -1)[5]).isEqualTo(at.truncatedTo(ChronoUnit.MILLIS).toString());
		}
	}

	@Test
	void whatIsMissingIsTheEmptyText() {
		assertThat(new LineDigest().text(line(Instant.parse("2026-03-02T01:30:00Z"))))
			.isEqualTo("H26\u001fH26-260302-0005\u001f1.001193\u001f2\u001f2\u001f2026-03-02T01:30:00Z\u001fDESK" + "\u001f".repeat(9));
		assertThat(new LineDigest().of(line(Instant.parse("2026-03-02T01:30:00Z")))).isEqualTo("695fcd87702015c4");
	}

	private static SyncedLine line(Instant at) {
		return new SyncedLine("H26", new DossierCode("H26-260302-0005"), new ProcedureCode("1.001193"), 2, DossierStatus.ACCEPTED, at, null, Channel.DESK, null, null, null,
				null, null);
	}

}
