package vn.motcua.exchange.quality;

import java.time.Duration;
import java.time.Instant;

import vn.motcua.kernel.DossierCode;

/** One of the lines that came latest. */
public record LateLine(DossierCode code, int line, Instant at, Instant recordedAt) {

	public long seconds() {
		return Duration.between(at, recordedAt).toSeconds();
	}

}
