package vn.motcua.reporting.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.SheetKey;

/** Rows of tables that grow. */
@Repository
class GrowingRowStore {

	private static final String OF_REPORT = """
			select table_code, id, place, content, version from reporting.growing_row
			where regime = :regime and period = :period and agency = :agency order by table_code, place, id limit 20000
			""";

	private static final String FIND = """
			select table_code, id, place, content, version, account_name, at from reporting.growing_row
			where regime = :regime and period = :period and agency = :agency and table_code = :table and id = :id
			""";

	private static final String SINCE = """
			select table_code, id, place, content, version, account_name, at from reporting.growing_row
			where regime = :regime and period = :period and agency = :agency and at > :since order by table_code, place, id limit 20000
			""";

	private static final String WRITE = """
			insert into reporting.growing_row as r (regime, period, agency, table_code, id, place, content, version, account, account_name, at)
			values (:regime, :period, :agency, :table, :id, :place, :content::jsonb, 1, :account, :name, :at)
			on conflict (regime, period, agency, table_code, id) do update
			set content = excluded.content, place = excluded.place, version = r.version + 1, account = excluded.account, account_name = excluded.account_name, at = excluded.at
			where r.version = :seen
			""";

	private static final String COUNT = """
			select count(*) from reporting.growing_row where regime = :regime and period = :period and agency = :agency and table_code = :table
			""";

	private static final String REMOVE = """
			delete from reporting.growing_row
			where regime = :regime and period = :period and agency = :agency and table_code = :table and id = :id and version = :seen
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	GrowingRowStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	List<GrowingRow> of(SheetKey key) {
		return bound(OF_REPORT, key).query(this::row).list();
	}

	/** What stands in a row that somebody else changed; empty when there is none any more. */
	Optional<Meanwhile> meanwhile(SheetKey key, GrowingRow row) {
		return bound(FIND, key).param("table", row.table()).param("id", row.id()).query(this::meanwhile).optional();
	}

	/** Rows that were added or changed after a moment. */
	List<Meanwhile> since(SheetKey key, Instant since) {
		return bound(SINCE, key).param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC)).query(this::meanwhile).list();
	}

	/** Rows of one table. */
	int count(SheetKey key, String table) {
		return bound(COUNT, key).param("table", table).query(Integer.class).single();
	}

	/** False when somebody else changed the row meanwhile. */
	boolean write(SheetKey key, GrowingRow row, Actor actor) {
		if (row.empty()) {
			return row.version() == 0 || bound(REMOVE, key).param("table", row.table()).param("id", row.id()).param("seen", row.version()).update() == 1;
		}
		return bound(WRITE, key).param("table", row.table()).param("id", row.id()).param("place", row.place())
			.param("content", json.writeValueAsString(row.values())).param("account", actor.account()).param("name", actor.name())
			.param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("seen", row.version()).update() == 1;
	}

	private JdbcClient.StatementSpec bound(String sql, SheetKey key) {
		return jdbc.sql(sql).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value());
	}

	private Meanwhile meanwhile(ResultSet found, int number) throws SQLException {
		return Meanwhile.of(row(found, number), found.getString("account_name"), found.getTimestamp("at").toInstant());
	}

	private GrowingRow row(ResultSet row, int number) throws SQLException {
		Map<String, String> values = json.readValue(row.getString("content"), new TypeReference<>() {
		});
		return new GrowingRow(row.getString("table_code"), row.getObject("id", UUID.class), row.getInt("place"), values, row.getInt("version"));
	}

}
