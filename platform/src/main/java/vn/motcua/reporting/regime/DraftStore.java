package vn.motcua.reporting.regime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.Actor;

/** SQL of who changed what in drafts. */
@Repository
class DraftStore {

	private static final String LOCK = "select version from reporting.regime_version where regime = :regime and number = :number for update";

	private static final String ADD = """
			insert into reporting.draft_change (regime, number, edition, part, fields, changed_by, changed_by_name, changed_at)
			values (:regime, :number, :edition, :part, :fields, :by, :name, :at)
			""";

	private static final String SINCE = """
			select edition, part, fields, changed_by_name, changed_at from reporting.draft_change
			where regime = :regime and number = :number and edition > :edition order by edition desc limit 50
			""";

	private final JdbcClient jdbc;

	DraftStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Until the end of the transaction nobody else changes the draft. */
	void lock(RegimeVersion draft) {
		jdbc.sql(LOCK).param("regime", draft.regime()).param("number", draft.number()).query(Integer.class).single();
	}

	void add(RegimeVersion before, String part, List<String> fields, Actor by, Instant at) {
		jdbc.sql(ADD).param("regime", before.regime()).param("number", before.number()).param("edition", before.edition() + 1).param("part", part)
			.param("fields", fields.toArray(String[]::new)).param("by", by.account()).param("name", by.name()).param("at", at.atOffset(ZoneOffset.UTC)).update();
	}

	/** Newest first, at most 50. */
	List<DraftChange> since(RegimeVersion draft, int edition) {
		return jdbc.sql(SINCE).param("regime", draft.regime()).param("number", draft.number()).param("edition", edition).query(DraftStore::change).list();
	}

	private static DraftChange change(ResultSet row, int number) throws SQLException {
		return new DraftChange(row.getInt("edition"), row.getString("part"), List.of((String[]) row.getArray("fields").getArray()), row.getString("changed_by_name"),
				row.getObject("changed_at", OffsetDateTime.class).toInstant());
	}

}
