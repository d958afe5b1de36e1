package vn.motcua.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import vn.motcua.sdk.Connection;
import vn.motcua.sdk.Inbox;
import vn.motcua.sdk.InboxItem;
import vn.motcua.sdk.Status;

/** Takes what people submit on the portal into the vendor's own tables, and works on it. */
final class InboxDesk {

	private static final String APPLICANT = "insert into applicant (name, number, phone, enterprise) values (?, ?, ?, false)";

	private static final String DOSSIER = """
			insert into dossier (code, agency, received_on, procedure_code, procedure_name, applicant, channel, digitised, origin, own_number, pushed)
			values (?, ?, ?, ?, ?, (select max(id) from applicant), 'ONLINE', true, 'PORTAL', ?, true)
			""";

	private static final String STEP = "insert into step (code, seq, status, at, entered_at, note, officer, portal) values (?, ?, ?, ?, ?, ?, ?, true)";

	private static final int AT_ONCE = 50;

	private static final String OFFICER = "Bộ phận một cửa";

	/** Working steps of a dossier, by hours after it came. */
	private static final Duration TO_WORK = Duration.ofHours(8);

	private final VendorDatabase database;

	private final List<Inbox> inboxes;

	private final double speed;

	/** @param speed how much faster than in life the desk works */
	InboxDesk(VendorDatabase database, Connection ledger, List<String> agencies, double speed) {
		this.database = database;
		this.inboxes = agencies.stream().map(agency -> new Inbox(ledger, agency)).toList();
		this.speed = speed;
	}

	/**
	 * Fetches and acknowledges everything that waits.
	 * @return how many entries there were
	 */
	int fetch(Instant now) throws IOException, InterruptedException {
		int taken = 0;
		for (Inbox inbox : inboxes) {
			Inbox.Page page = inbox.fetch(null, AT_ONCE);
			while (!page.items().isEmpty()) {
				for (InboxItem item : page.items()) {
					database.all(() -> take(item, now));
					inbox.acknowledge(item.id(), own(item));
					taken++;
				}
				page = inbox.fetch(null, AT_ONCE);
			}
		}
		return taken;
	}

	private static String own(InboxItem item) {
		return "HS/" + item.code();
	}

	/** An entry that comes again is known by its dossier and changes nothing. */
	private void take(InboxItem item, Instant now) {
		boolean known = database.number("select count(*) from dossier where code = ?", item.code()) > 0;
		if (!known) {
			LocalDate day = item.submittedAt().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
			database.update(APPLICANT, item.applicant().name(), item.applicant().number(), item.applicant().phone());
			database.update(DOSSIER, item.code(), item.agency(), day, item.procedure(), item.procedure(), own(item));
		}
		switch (item.kind()) {
			case "submission" -> {
				if (!known) {
					plan(item.code(), now);
				}
			}
			case "withdrawal" -> {
				forget(item.code());
				step(item.code(), next(item.code()), Status.WITHDRAWN, now, null);
			}
			default -> {
				if (database.number("select count(*) from step where code = ? and state = 'NEW'", item.code()) == 0) {
					work(item.code(), next(item.code()), now, item.kind().equals("payment") ? "Đã nộp phí, lệ phí" : "Đã nhận bổ sung");
				}
			}
		}
	}

	private void plan(String code, Instant now) {
		step(code, 1, Status.ACCEPTED, now, null);
		work(code, 2, now.plus(apart()), "Thẩm định hồ sơ");
	}

	private void work(String code, int seq, Instant from, String note) {
		step(code, seq, Status.PROCESSING, from, note);
		step(code, seq + 1, Status.COMPLETED, from.plus(apart()), null);
		step(code, seq + 2, Status.RETURNED, from.plus(apart().multipliedBy(2)), null);
	}

	private Duration apart() {
		return Duration.ofMillis(Math.max(1_000, (long) (TO_WORK.toMillis() / speed)));
	}

	private void forget(String code) {
		database.update("delete from step where code = ? and state = 'NEW'", code);
	}

	private int next(String code) {
		return (int) database.number("select coalesce(max(seq), 0) + 1 from step where code = ?", code);
	}

	private void step(String code, int seq, Status status, Instant at, @org.jspecify.annotations.Nullable String note) {
		database.update(STEP, code, seq, status.number(), at, at, note, OFFICER);
	}

}
