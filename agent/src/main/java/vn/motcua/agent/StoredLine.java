package vn.motcua.agent;

import java.time.Instant;
import java.util.Locale;

import vn.motcua.sdk.Status;
import vn.motcua.sdk.SyncLine;

/**
 * A line as the agent keeps it.
 *
 * @param rejected whether the ledger did not take it
 * @param identity digest of status, moment and note: what makes it this change and no other of the dossier
 * @param digest digest by which both sides compare
 * @param json the line as it is sent; no tab is in it
 * @param origin the row that gave it
 */
record StoredLine(boolean rejected, String identity, String digest, String json, Origin origin) {

	private static final int DIGEST = 16;

	static StoredLine of(SyncLine line) {
		return of(line, Origin.UNKNOWN);
	}

	static StoredLine of(SyncLine line, Origin origin) {
		return new StoredLine(false, identity(line), line.digest(), line.toJson(), origin);
	}

	private static String identity(SyncLine line) {
		return SyncLine.of("-", "-", "-", 1, line.status(), line.at()).withWords(line.note(), null).digest();
	}

	static StoredLine of(String text) {
		int end = text.indexOf('\t') < 0 ? text.length() : text.indexOf('\t');
		return new StoredLine(text.charAt(0) == 'R', text.substring(1, 1 + DIGEST), text.substring(1 + DIGEST, 1 + 2 * DIGEST), text.substring(1 + 2 * DIGEST, end),
				Origin.of(text.substring(Math.min(text.length(), end + 1))));
	}

	String text() {
		return (rejected ? 'R' : '-') + identity + digest + json + "\t" + origin.text();
	}

	/** Whether the line says that this status was reached at that moment. */
	boolean tells(Status status, Instant at) {
		SyncLine line = SyncLine.parse(json);
		return line.status() == status && line.at().equals(at);
	}

	StoredLine asRejected() {
		return new StoredLine(true, identity, digest, json, origin);
	}

	StoredLine from(Origin row) {
		return new StoredLine(rejected, identity, digest, json, row);
	}

	/** Agency and day of the code come first, so that a day lies together. */
	static String key(SyncLine line) {
		return dossierKey(line.code()) + String.format(Locale.ROOT, "%07d", line.seq());
	}

	static int seq(String key) {
		return Integer.parseInt(key.substring(key.lastIndexOf('\t') + 1));
	}

	static String code(String key) {
		return key.split("\t")[2];
	}

	static String dossierKey(String code) {
		int number = code.lastIndexOf('-');
		int day = code.lastIndexOf('-', number - 1);
		String digits = code.substring(day + 1, number);
		String date = digits.length() == 6 ? "20" + digits : digits;
		return dayKey(code.substring(0, day), date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6)) + code + "\t";
	}

	static String dayKey(String agency, String day) {
		return agency + "\t" + day + "\t";
	}

}
