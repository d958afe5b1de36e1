package vn.motcua.sdk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** The canonical digest of one line; {@code docs/schema/sync-digest.json} has the rule and examples. */
final class LineDigest {

	private static final String BETWEEN = "\u001f";

	private static final int CHARACTERS = 16;

	private LineDigest() {
	}

	static String of(SyncLine line) {
		return sha256(text(line)).substring(0, CHARACTERS);
	}

	static String text(SyncLine line) {
		Applicant whose = line.applicant();
		return String.join(BETWEEN, line.agency(), line.code(), line.procedure(), String.valueOf(line.seq()), String.valueOf(line.status().number()),
				line.at().toString(), line.channel().name(), said(line.receivedAt()), said(line.dueAt()), said(line.note()), said(line.officer()),
				whose == null ? "" : whose.name(), whose == null ? "" : said(whose.number()), whose == null ? "" : said(whose.phone()),
				whose == null ? "" : said(whose.email()), said(line.more()));
	}

	static String sha256(String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException inEveryJava) {
			throw new IllegalStateException(inEveryJava);
		}
	}

	private static String said(@Nullable Object value) {
		return value == null ? "" : value.toString();
	}

}
