package vn.motcua.exchange.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.motcua.dossier.LedgerPulse.Beat;
import vn.motcua.dossier.LedgerPulse.SlowLine;

/** SQL of what is counted while the ledger is read. */
@Repository
class PulseStore {

	private static final String AGENCY = """
			insert into exchange.sender_agency as a (agency, agency_id, above, root_id, first_recorded_at, last_recorded_at) values (?, ?, ?, ?, ?, ?)
			on conflict (agency) do update set agency_id = excluded.agency_id, above = excluded.above, root_id = excluded.root_id,
				first_recorded_at = least(a.first_recorded_at, excluded.first_recorded_at), last_recorded_at = greatest(a.last_recorded_at, excluded.last_recorded_at)""";

	private static final String LAG = """
			insert into exchange.lag_hour as l (agency, hour, class, lines) values (?, ?, ?, ?)
			on conflict (agency, hour, class) do update set lines = l.lines + excluded.lines""";

	private static final String DAY = """
			insert into exchange.examined_day (agency, day, touched_at) values (?, ?, ?) on conflict (agency, day) do update set touched_at = excluded.touched_at""";

	private static final String SLOW = """
			insert into exchange.slow_line (agency, hour, code, line, at, recorded_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing""";

	private static final String TEN_ARE_ENOUGH = """
			delete from exchange.slow_line s using (
				select agency, hour, code, line, row_number() over (partition by agency, hour order by recorded_at - at desc, code, line) as place
				from exchange.slow_line where (agency, hour) in (select * from unnest(?::text[], ?::timestamptz[]))) more
			where more.place > 10 and s.agency = more.agency and s.hour = more.hour and s.code = more.code and s.line = more.line""";

	private static final List<String> FORGET = List.of("delete from exchange.lag_hour where hour < ?", "delete from exchange.slow_line where hour < ?");

	private static final List<String> FORGET_DAYS = List.of("delete from exchange.examined_day where day <= ?", "delete from exchange.day_sign where day <= ?",
			"delete from exchange.sign_line where day <= ?");

	private static final List<String> EMPTY = List.of("delete from exchange.sender_agency", "delete from exchange.lag_hour", "delete from exchange.slow_line",
			"delete from exchange.examined_day", "delete from exchange.day_sign", "delete from exchange.sign_line");

	private final JdbcTemplate jdbc;

	PulseStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** @param above the agency itself and those it stands under @param root the ministry or province among them */
	record Seen(String agency, int agencyId, Integer[] above, int root, Instant first, Instant last) {
	}

	void agencies(List<Seen> seen) {
		jdbc.batchUpdate(AGENCY, seen, seen.size(), (statement, each) -> {
			statement.setString(1, each.agency());
			statement.setInt(2, each.agencyId());
			statement.setArray(3, statement.getConnection().createArrayOf("integer", each.above()));
			statement.setInt(4, each.root());
			statement.setObject(5, utc(each.first()));
			statement.setObject(6, utc(each.last()));
		});
	}

	void lags(List<Beat> lags) {
		jdbc.batchUpdate(LAG, lags.stream().map(lag -> new Object[] { lag.agency(), utc(lag.hour()), lag.lagClass(), lag.lines() }).toList());
	}

	void touched(Collection<AgencyDay> days, Instant at) {
		jdbc.batchUpdate(DAY, days.stream().sorted().map(day -> new Object[] { day.agency(), day.day(), utc(at) }).toList());
	}

	void slowest(List<SlowLine> lines) {
		if (lines.isEmpty()) {
			return;
		}
		jdbc.batchUpdate(SLOW, lines.stream().map(line -> new Object[] { line.agency(), utc(line.hour()), line.code().value(), line.seq(), utc(line.at()), utc(line.recordedAt()) })
			.toList());
		jdbc.update(connection -> {
			var statement = connection.prepareStatement(TEN_ARE_ENOUGH);
			statement.setArray(1, connection.createArrayOf("text", lines.stream().map(SlowLine::agency).toArray()));
			statement.setArray(2, connection.createArrayOf("timestamptz", lines.stream().map(line -> line.hour().toString()).toArray()));
			return statement;
		});
	}

	/** @param last day in codes that counts no more */
	void forget(Instant before, LocalDate last) {
		FORGET.forEach(statement -> jdbc.update(statement, utc(before)));
		FORGET_DAYS.forEach(statement -> jdbc.update(statement, last));
	}

	/** Before the ledger is read from its beginning again. */
	void empty() {
		EMPTY.forEach(jdbc::update);
	}

	record AgencyDay(String agency, LocalDate day) implements Comparable<AgencyDay> {

		@Override
		public int compareTo(AgencyDay other) {
			int order = agency.compareTo(other.agency);
			return order != 0 ? order : day.compareTo(other.day);
		}

	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

}
