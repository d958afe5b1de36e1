package vn.motcua.exchange.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.dossier.LedgerDigests;
import vn.motcua.dossier.LedgerDigests.Part;
import vn.motcua.exchange.ExchangeProblem;
import vn.motcua.exchange.reconciliation.StatementStore.Place;
import vn.motcua.exchange.reconciliation.StatementStore.Touched;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/**
 * Compares what agencies' systems hold with the ledger. A difference is open from when it was first seen until both sides hold the same: by a new statement, or
 * because lines came that were missing.
 */
@Service
public class Reconciliation {

	/** A day of ten thousand dossiers is read in a fraction of a second, by so many at a time. */
	private static final int AT_ONCE = 2;

	private static final long PATIENCE_MS = 5_000;

	private static final int COME_BACK_SECONDS = 5;

	private static final int AGAIN_AT_ONCE = 20;

	private final Semaphore places = new Semaphore(AT_ONCE, true);

	private final LedgerDigests digests;

	private final StatementStore store;

	private final Agencies agencies;

	private final Clock clock;

	Reconciliation(LedgerDigests digests, StatementStore store, Agencies agencies, Clock clock) {
		this.digests = digests;
		this.store = store;
		this.agencies = agencies;
		this.clock = clock;
	}

	/** Something that reads a whole day, once there is room for it. */
	<T> T reading(Supplier<T> work) {
		try {
			if (!places.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
				throw new ProblemException(ExchangeProblem.BUSY, "seconds", COME_BACK_SECONDS);
			}
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
			throw new ProblemException(ExchangeProblem.BUSY, "seconds", COME_BACK_SECONDS);
		}
		try {
			return work.get();
		}
		finally {
			places.release();
		}
	}

	/** Keeps what a sender says that it holds, and gives what the ledger holds. */
	Part state(Actor sender, Agency agency, String code, LocalDate day, Part theirs) {
		Part ours = reading(() -> digests.day(code, day).whole());
		Integer[] above = agencies.withAncestors(agency.id(), LocalDate.now(clock.withZone(Page.ZONE))).stream().map(each -> each.id().value())
			.toArray(Integer[]::new);
		store.state(sender, agency.id(), above.length == 0 ? new Integer[] { agency.id().value() } : above, code, day, theirs, ours, now());
		return ours;
	}

	/** Lines of these days came into the ledger. Called in the transaction of who read them there. */
	public void touched(Collection<String> agencyCodes, Collection<LocalDate> days) {
		store.touch(agencyCodes, days, now());
	}

	/** Looks again at open differences whose days the ledger took lines in for; how many. */
	int compareAgain() {
		List<Touched> again = store.touched(AGAIN_AT_ONCE);
		for (Touched touched : again) {
			store.compared(touched, reading(() -> digests.day(touched.agency(), touched.day()).whole()), now());
		}
		return again.size();
	}

	/**
	 * Differences, the newest first.
	 *
	 * @param root of which agency and those under it, {@code null} for all
	 * @param agency agency part of dossier codes, {@code null} for any
	 * @param healed whether those that healed are listed too
	 */
	public Slice<Difference> differences(@Nullable AgencyId root, @Nullable String agency, boolean healed, Limit limit, @Nullable String after) {
		Cursor cursor = Cursor.decode(after, 3);
		Place place = cursor == null ? null : place(cursor);
		return Slice.of(store.list(root, agency, healed, place, limit.value() + 1), limit.value(),
				last -> Cursor.of(last.since(), last.agency(), last.day()));
	}

	/**
	 * How much was compared, and how much was not.
	 *
	 * @param root of which agency and those under it, {@code null} for all
	 * @param agency agency part of dossier codes, {@code null} for any
	 */
	public Standing standing(@Nullable AgencyId root, @Nullable String agency) {
		return store.standing(root, agency);
	}

	/**
	 * Days with lines that no sender stated yet, the latest first.
	 *
	 * @param root of which agency and those under it, {@code null} for all
	 * @param agency agency part of dossier codes, {@code null} for any
	 */
	public Slice<UncomparedDay> uncompared(@Nullable AgencyId root, @Nullable String agency, Limit limit, @Nullable String after) {
		Cursor cursor = Cursor.decode(after, 2);
		UncomparedDay place = cursor == null ? null : new UncomparedDay(cursor.keys().get(1), ours(() -> LocalDate.parse(cursor.keys().get(0))));
		return Slice.of(store.uncompared(root, agency, place, limit.value() + 1), limit.value(), last -> Cursor.of(last.day(), last.agency()));
	}

	private static Place place(Cursor cursor) {
		return ours(() -> new Place(Instant.parse(cursor.keys().get(0)), cursor.keys().get(1), LocalDate.parse(cursor.keys().get(2))));
	}

	private static <T> T ours(Supplier<T> read) {
		try {
			return read.get();
		}
		catch (java.time.DateTimeException notOurs) {
			throw new ProblemException(vn.motcua.kernel.problem.CommonProblem.FIELDS, List.of(vn.motcua.kernel.problem.FieldProblem.of("/after", "common.cursor")));
		}
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
