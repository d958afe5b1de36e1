package vn.motcua.sdk.example;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

import vn.motcua.sdk.Applicant;
import vn.motcua.sdk.Connection;
import vn.motcua.sdk.Credentials;
import vn.motcua.sdk.Outbox;
import vn.motcua.sdk.Sender;
import vn.motcua.sdk.Status;
import vn.motcua.sdk.SyncLine;

/** Thirty lines that keep a system in step: put what happens, let the sender do the rest. */
class KeepInStep {

	void run(URI ledger, String secret, Path folder) throws Exception {
		Connection connection = new Connection(ledger, Credentials.sync("hanoi-demo", secret));
		try (Outbox outbox = Outbox.open(folder.resolve("outbox"));
				Sender sender = new Sender(connection, outbox, folder.resolve("rejected.ndjson")).start()) {
			outbox.put(SyncLine.of("H26", "H26-260302-0001", "1.001193", 1, Status.SUBMITTED, Instant.parse("2026-03-02T01:00:00Z"))
				.withApplicant(Applicant.of("Nguyễn Văn Bảy", "001190000001")));
			outbox.put(SyncLine.of("H26", "H26-260302-0001", "1.001193", 2, Status.ACCEPTED, Instant.parse("2026-03-02T01:30:00Z"))
				.withMoments(null, Instant.parse("2026-03-09T10:00:00Z")).withWords(null, "Trần Thị Hoa"));
			sender.trouble().ifPresent(System.err::println);
		}
	}

}
