package vn.motcua.dossier.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.dossier.LedgerPulse;
import vn.motcua.dossier.domain.CheckpointReader.Place;
import vn.motcua.kernel.DossierCode;

/** Sums lines up in the database, in the same order and with the same checkpoints as {@link CheckpointReader}. */
@Component
class PulseReader implements LedgerPulse {

	private static final int MOST = 10_000;

	private static final String END = "select tx::text as tx, number, count(*) over () as taken from (select tx, number from dossier.event"
			+ " where (tx, number) > (?::xid8, ?) and" + CheckpointReader.SETTLED + """
			order by tx, number limit ?) next order by next.tx desc, number desc limit 1""";

	/**
	 * The events that END counted, by the index of the reading order: what is settled stays settled, so these are the same rows. Asked for by both bounds the database thinks of
	 * a great part of the ledger, and reads the whole of it for every ten thousand lines.
	 */
	private static final String TAKEN = " from (select code, received_on, at, recorded_at, detail from dossier.event where (tx, number) > (?::xid8, ?) and"
			+ CheckpointReader.SETTLED + " order by tx, number limit ?) taken where detail -> 'sync' is not null ";

	private static final String AGENCY_AND_HOUR = "split_part(code, '-', 1) as agency, date_bin('1 hour', recorded_at, timestamptz '2000-01-01 00:00:00+00') as hour";

	private static final String BEATS = "select " + AGENCY_AND_HOUR + """
			, received_on, case when recorded_at - at > interval '30 days' then -1
				else floor(4 * ln(greatest(1, 1 + extract(epoch from recorded_at - at)::double precision)) / ln(2::double precision))::integer end as lag_class,
			count(*) as lines, max(recorded_at) as last""" + TAKEN + " group by 1, 2, 3, 4 order by 1, 2, 3, 4";

	private static final String SLOWEST = "select agency, hour, code, line, at, recorded_at from (select " + AGENCY_AND_HOUR + """
			, code, (detail -> 'sync' ->> 'seq')::integer as line, at, recorded_at,
			row_number() over (partition by split_part(code, '-', 1), date_bin('1 hour', recorded_at, timestamptz '2000-01-01 00:00:00+00')
				order by recorded_at - at desc, code, (detail -> 'sync' ->> 'seq')::integer) as place""" + TAKEN + """
			and recorded_at - at <= interval '30 days') late where place <= 10 order by agency, hour, place""";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final CheckpointReader checkpoints;

	PulseReader(JdbcTemplate jdbc, TransactionTemplate transaction, CheckpointReader checkpoints) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.checkpoints = checkpoints;
	}

	private record End(Place place, int taken) {
	}

	@Override
	public int read(String consumer, int most, Consumer<Pulse> taker) {
		if (most < 1 || most > MOST) {
			throw new IllegalArgumentException("a consumer reads 1 to " + MOST + " events at once");
		}
		Integer read = transaction.execute(_ -> next(consumer, most, taker));
		return read == null ? 0 : read;
	}

	private int next(String consumer, int most, Consumer<Pulse> taker) {
		Optional<Place> from = checkpoints.hold(consumer);
		if (from.isEmpty()) {
			return ANOTHER_READS;
		}
		Optional<End> end = from.flatMap(place -> jdbc.query(END, (row, _) -> new End(new Place(row.getString("tx"), row.getLong("number")), row.getInt("taken")),
				place.tx(), place.number(), most).stream().findFirst());
		if (end.isEmpty()) {
			return 0;
		}
		Object[] taken = { from.get().tx(), from.get().number(), end.get().taken() };
		List<Beat> beats = jdbc.query(BEATS, (row, _) -> new Beat(row.getString("agency"), row.getObject("received_on", LocalDate.class), EventRows.moment(row, "hour"),
				row.getInt("lag_class"), row.getLong("lines"), EventRows.moment(row, "last")), taken);
		if (!beats.isEmpty()) {
			taker.accept(new Pulse(beats, jdbc.query(SLOWEST, (row, _) -> new SlowLine(row.getString("agency"), EventRows.moment(row, "hour"),
					new DossierCode(row.getString("code")), row.getInt("line"), EventRows.moment(row, "at"), EventRows.moment(row, "recorded_at")), taken)));
		}
		checkpoints.move(consumer, end.get().place());
		return end.get().taken();
	}

}
