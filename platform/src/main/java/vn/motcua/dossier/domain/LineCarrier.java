package vn.motcua.dossier.domain;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.LedgerLines;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.kernel.DossierCode;

/** Reads events onwards and their dossiers from the beginning, because a line is made of its event and those before it. */
@Component
class LineCarrier implements LedgerLines {

	private static final int MOST = 10_000;

	private static final String HISTORIES = "select " + EventRows.COLUMNS
			+ " from dossier.event where (received_on, code) in (select * from unnest(?::date[], ?::text[])) order by received_on, code, seq";

	private static final String DAY = "select " + EventRows.COLUMNS + " from dossier.event where received_on = ? order by code, seq";

	private static final int ROWS_AT_ONCE = 1_000;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final CheckpointReader checkpoints;

	private final Agencies agencies;

	LineCarrier(JdbcTemplate jdbc, TransactionTemplate transaction, CheckpointReader checkpoints, Agencies agencies) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.checkpoints = checkpoints;
		this.agencies = agencies;
	}

	private record Place(DossierCode code, int seq) {
	}

	@Override
	public int carry(String consumer, int most, Predicate<String> agency, Carrier carrier) throws IOException, InterruptedException {
		if (most < 1 || most > MOST) {
			throw new IllegalArgumentException("a consumer reads 1 to " + MOST + " events at once");
		}
		CheckpointReader.Place from = checkpoints.place(consumer);
		List<CheckpointReader.Read> events = checkpoints.after(from, most);
		if (events.isEmpty()) {
			return 0;
		}
		Set<Place> wanted = new HashSet<>();
		Set<DossierCode> codes = new HashSet<>();
		events.stream().map(CheckpointReader.Read::event).filter(event -> agency.test(event.code().agency())).forEach(event -> {
			wanted.add(new Place(event.code(), event.seq()));
			codes.add(event.code());
		});
		List<SyncedLine> lines = lines(codes).stream().filter(line -> wanted.contains(new Place(line.code(), line.seq()))).toList();
		if (!lines.isEmpty()) {
			carrier.carry(lines);
		}
		checkpoints.moveFrom(consumer, from, events.getLast().place());
		return events.size();
	}

	@Override
	public void walk(LocalDate day, Predicate<String> agency, Consumer<List<SyncedLine>> taker) {
		transaction.executeWithoutResult(_ -> jdbc.query(connection -> {
			PreparedStatement statement = connection.prepareStatement(DAY);
			statement.setFetchSize(ROWS_AT_ONCE);
			statement.setObject(1, day);
			return statement;
		}, (ResultSetExtractor<Void>) rows -> {
			List<DossierEvent> events = new ArrayList<>();
			for (int row = 0; rows.next(); row++) {
				DossierEvent event = EventRows.read(rows, row);
				if (!events.isEmpty() && !events.getFirst().code().equals(event.code())) {
					hand(events, agency, taker);
					events = new ArrayList<>();
				}
				events.add(event);
			}
			hand(events, agency, taker);
			return null;
		}));
	}

	@Override
	public Waiting waiting(String consumer, int most) {
		return checkpoints.waiting(consumer, most);
	}

	private void hand(List<DossierEvent> events, Predicate<String> agency, Consumer<List<SyncedLine>> taker) {
		if (!events.isEmpty() && agency.test(events.getFirst().code().agency())) {
			taker.accept(of(events));
		}
	}

	private List<SyncedLine> lines(Set<DossierCode> codes) {
		Map<DossierCode, List<DossierEvent>> histories = new LinkedHashMap<>();
		Object[] days = codes.stream().map(code -> code.receivedOn().toString()).toArray();
		Object[] names = codes.stream().map(DossierCode::value).toArray();
		jdbc.query(connection -> {
			PreparedStatement statement = connection.prepareStatement(HISTORIES);
			statement.setArray(1, connection.createArrayOf("date", days));
			statement.setArray(2, connection.createArrayOf("text", names));
			return statement;
		}, EventRows::read).forEach(event -> histories.computeIfAbsent(event.code(), _ -> new ArrayList<>()).add(event));
		return histories.values().stream().flatMap(events -> of(events).stream()).toList();
	}

	private List<SyncedLine> of(List<DossierEvent> events) {
		DossierEvent first = events.getFirst();
		Agency agency = agencies.get(first.agency(), first.code().receivedOn());
		return HistoryLines.of(events, agency.exchangeCode() == null ? agency.code() : agency.exchangeCode());
	}

}
