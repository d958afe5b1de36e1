package vn.motcua.dossier.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.LedgerLines;
import vn.motcua.dossier.LedgerReader;

/**
 * Reads events in the order (transaction, number) and only those of transactions older than every one that is still
 * running. A number alone would not do: a transaction that took a lower number may commit after a higher one was read.
 */
@Component
class CheckpointReader implements LedgerReader {

	private static final int MOST = 10_000;

	private static final String BEGIN = "insert into dossier.checkpoint (consumer) values (?) on conflict do nothing";

	private static final String LOCK = "select tx::text as tx, number from dossier.checkpoint where consumer = ? for update skip locked";

	/** Of transactions older than every one that is still running. */
	static final String SETTLED = " tx < (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + (select base from dossier.numbering))::text::xid8 ";

	/** In the order of the column, not of its text: 999 comes before 1000. */
	private static final String NEXT = "select tx::text as tx, " + EventRows.COLUMNS
			+ " from dossier.event where (tx, number) > (?::xid8, ?) and" + SETTLED + " order by event.tx, number limit ?";

	private static final String PLACE = "select tx::text as tx, number from dossier.checkpoint where consumer = ?";

	private static final String WAITING = """
			select count(*) as events, min(recorded_at) as oldest from (
				select recorded_at from dossier.event where (tx, number) > (?::xid8, ?) order by tx, number limit ?) waiting""";

	private static final String MOVE = "update dossier.checkpoint set tx = ?::xid8, number = ?, moved_at = now() where consumer = ?";

	private static final String REWIND = "update dossier.checkpoint set tx = '0', number = 0, moved_at = now() where consumer = ?";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	CheckpointReader(JdbcTemplate jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** The last event that a consumer took in. */
	record Place(String tx, long number) {
	}

	record Read(String tx, DossierEvent event) {

		Place place() {
			return new Place(tx, event.number());
		}

	}

	@Override
	public int read(String consumer, int most, Consumer<List<DossierEvent>> taker) {
		if (most < 1 || most > MOST) {
			throw new IllegalArgumentException("a consumer reads 1 to " + MOST + " events at once");
		}
		Integer read = transaction.execute(_ -> next(consumer, most, taker));
		return read == null ? 0 : read;
	}

	@Override
	public void rewind(String consumer) {
		jdbc.update(REWIND, consumer);
	}

	private int next(String consumer, int most, Consumer<List<DossierEvent>> taker) {
		Optional<Place> place = hold(consumer);
		if (place.isEmpty()) {
			return 0;
		}
		List<Read> events = after(place.get(), most);
		if (!events.isEmpty()) {
			taker.accept(events.stream().map(Read::event).toList());
			move(consumer, events.getLast().place());
		}
		return events.size();
	}

	List<Read> after(Place place, int most) {
		return jdbc.query(NEXT, (row, number) -> new Read(row.getString("tx"), EventRows.read(row, number)), place.tx(), place.number(), most);
	}

	/** Where a consumer is, without holding it. */
	Place place(String consumer) {
		jdbc.update(BEGIN, consumer);
		return jdbc.queryForObject(PLACE, (row, _) -> new Place(row.getString("tx"), row.getLong("number")), consumer);
	}

	/** Moves a consumer that nobody moved meanwhile. */
	void moveFrom(String consumer, Place from, Place to) {
		jdbc.update(MOVE + " and tx = ?::xid8 and number = ?", to.tx(), to.number(), consumer, from.tx(), from.number());
	}

	/** Events that a consumer has not read, counted up to a bound. */
	LedgerLines.Waiting waiting(String consumer, int most) {
		Place place = place(consumer);
		return jdbc.queryForObject(WAITING, (row, _) -> new LedgerLines.Waiting(row.getLong("events"), EventRows.momentOrNull(row, "oldest")), place.tx(), place.number(), most);
	}

	/** Where a consumer is, held until the transaction ends; empty while another node reads for it. */
	Optional<Place> hold(String consumer) {
		List<Place> place = lock(consumer);
		if (place.isEmpty()) {
			jdbc.update(BEGIN, consumer);
			place = lock(consumer);
		}
		return place.stream().findFirst();
	}

	void move(String consumer, Place to) {
		jdbc.update(MOVE, to.tx(), to.number(), consumer);
	}

	private List<Place> lock(String consumer) {
		return jdbc.query(LOCK, (row, _) -> new Place(row.getString("tx"), row.getLong("number")), consumer);
	}

}
