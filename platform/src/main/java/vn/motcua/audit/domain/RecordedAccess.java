package vn.motcua.audit.domain;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.audit.OwnObjects;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/** The record of access in the database. */
@Service
public class RecordedAccess implements AuditTrail {

	private final AccessStore store;

	private final ChainCheck check;

	private final ObjectProvider<OwnObjects> own;

	private final Clock clock;

	private final boolean work;

	RecordedAccess(AccessStore store, ChainCheck check, ObjectProvider<OwnObjects> own, Clock clock, @Value("${motcua.work}") boolean work) {
		this.store = store;
		this.check = check;
		this.own = own;
		this.clock = clock;
		this.work = work;
		if (work) {
			makePartitions();
		}
	}

	@Override
	public void record(AccessRecord access) {
		store.insert(clock.instant(), access);
	}

	@Override
	public Slice<Entry> ofPerson(Actor person, Limit limit, @Nullable String after) {
		if (person.subject() == null) {
			return new Slice<>(List.of(), null);
		}
		List<String> only = only(person).orElse(null);
		List<Entry> rows = only == null ? store.ofSubject(person.subject(), before(after), limit.value() + 1)
				: store.ofSubjectOnly(person.subject(), person.account(), only, before(after), limit.value() + 1);
		return slice(rows, limit);
	}

	/** The objects a person's view is limited to: nothing when their number has been checked. */
	public Optional<List<String>> only(Actor person) {
		return own.stream().map(objects -> objects.only(person)).flatMap(Optional::stream).findFirst();
	}

	/** The whole record, newest first, or what one actor did, or one kind of act. */
	public Slice<Entry> latest(@Nullable UUID actor, @Nullable AuditAction action, Limit limit, @Nullable String after) {
		return slice(store.latest(actor, action, before(after), limit.value() + 1), limit);
	}

	@Override
	public Verification verify() {
		return check.run();
	}

	@Scheduled(cron = "0 17 3 * * *")
	void followTheMonths() {
		if (work) {
			makePartitions();
		}
	}

	private void makePartitions() {
		YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
		for (int ahead = 0; ahead < 3; ahead++) {
			store.makePartition(now.plusMonths(ahead));
		}
	}

	private static long before(@Nullable String after) {
		Cursor place = Cursor.decode(after, 1);
		if (place == null) {
			return Long.MAX_VALUE;
		}
		try {
			return Long.parseLong(place.keys().getFirst());
		}
		catch (NumberFormatException notOurs) {
			return Long.MAX_VALUE;
		}
	}

	private static Slice<Entry> slice(List<Entry> rows, Limit limit) {
		return Slice.of(rows, limit.value(), entry -> Cursor.of(entry.number()));
	}

}
