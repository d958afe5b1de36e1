package vn.motcua.dossier.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.SyncedLine;
import vn.motcua.kernel.Sha256;

/**
 * The canonical digest of lines and of what is made of them, by which an agency's system and the ledger compare what they hold; rule and examples are in
 * {@code docs/schema/sync-digest.json}. One for each batch: it is used by one thread and keeps its buffers.
 */
final class LineDigest {

	private static final char BETWEEN = '\u001f';

	private static final int LINE_BYTES = 8;

	private static final int SECONDS_A_DAY = 86_400;

	private static final int NANOS_A_MILLISECOND = 1_000_000;

	private final MessageDigest sha256 = Sha256.begun();

	private final StringBuilder text = new StringBuilder(512);

	private long lastDay = Long.MIN_VALUE;

	private String lastDayText = "";

	/** The first 64 bits of the SHA-256 of what the line says, or of its key, in 16 hex digits. */
	String of(SyncedLine line) {
		String said = line.keyed() == null ? text(line) : line.keyed().key();
		return HexFormat.of().formatHex(sha256.digest(said.getBytes(StandardCharsets.UTF_8)), 0, LINE_BYTES);
	}

	String text(SyncedLine line) {
		text.setLength(0);
		text.append(line.agency()).append(BETWEEN).append(line.code().value()).append(BETWEEN).append(line.procedure().value()).append(BETWEEN).append(line.seq())
			.append(BETWEEN).append(line.status().number()).append(BETWEEN);
		moment(line.at());
		text.append(line.channel().name()).append(BETWEEN);
		moment(line.receivedAt());
		moment(line.dueAt());
		value(line.note());
		value(line.officer());
		SyncedLine.Applicant applicant = line.applicant();
		value(applicant == null ? null : applicant.name());
		value(applicant == null ? null : applicant.subject());
		value(applicant == null ? null : applicant.phone());
		value(applicant == null ? null : applicant.email());
		if (line.more() != null) {
			text.append(line.more());
		}
		return text.toString();
	}

	private void value(@Nullable String value) {
		if (value != null) {
			text.append(value);
		}
		text.append(BETWEEN);
	}

	/** As {@link Instant#toString()} writes it, cut to milliseconds; lines of a batch share their days. */
	private void moment(@Nullable Instant at) {
		if (at != null) {
			long day = Math.floorDiv(at.getEpochSecond(), SECONDS_A_DAY);
			int second = Math.floorMod(at.getEpochSecond(), SECONDS_A_DAY);
			if (day != lastDay) {
				lastDay = day;
				lastDayText = LocalDate.ofEpochDay(day).toString();
			}
			text.append(lastDayText).append('T');
			two(second / 3600).append(':');
			two(second / 60 % 60).append(':');
			two(second % 60);
			int millis = at.getNano() / NANOS_A_MILLISECOND;
			if (millis != 0) {
				text.append('.').append((char) ('0' + millis / 100));
				two(millis % 100);
			}
			text.append('Z');
		}
		text.append(BETWEEN);
	}

	private StringBuilder two(int number) {
		return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
	}

}
