package vn.motcua.reporting.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.Actor;
import vn.motcua.reporting.SheetKey;

/** Notes, explanations and narrative sections of reports. */
@Repository
class TextStore {

	private static final String OF_REPORT = """
			select kind, code, content, version, account_name, at from reporting.report_text
			where regime = :regime and period = :period and agency = :agency order by kind, code limit 5000
			""";

	private static final String FIND = """
			select kind, code, content, version, account_name, at from reporting.report_text
			where regime = :regime and period = :period and agency = :agency and kind = :kind and code = :code
			""";

	private static final String WRITE = """
			insert into reporting.report_text as t (regime, period, agency, kind, code, content, version, account, account_name, at)
			values (:regime, :period, :agency, :kind, :code, :content, 1, :account, :name, :at)
			on conflict (regime, period, agency, kind, code) do update
			set content = excluded.content, version = t.version + 1, account = excluded.account, account_name = excluded.account_name, at = excluded.at
			where t.version = :seen
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	TextStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<ReportText> of(SheetKey key) {
		return bound(OF_REPORT, key).query(TextStore::text).list();
	}

	Optional<ReportText> find(SheetKey key, ReportText.Kind kind, String code) {
		return bound(FIND, key).param("kind", kind.name()).param("code", code).query(TextStore::text).optional();
	}

	/** False when somebody else wrote meanwhile. */
	boolean write(SheetKey key, ReportText.Change change, Actor actor) {
		return bound(WRITE, key).param("kind", change.kind().name()).param("code", change.code()).param("content", change.content())
			.param("account", actor.account()).param("name", actor.name()).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
			.param("seen", change.seenVersion()).update() == 1;
	}

	private JdbcClient.StatementSpec bound(String sql, SheetKey key) {
		return jdbc.sql(sql).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value());
	}

	private static ReportText text(ResultSet row, int number) throws SQLException {
		return new ReportText(ReportText.Kind.valueOf(row.getString("kind")), row.getString("code"), row.getString("content"), row.getInt("version"),
				row.getString("account_name"), row.getTimestamp("at").toInstant());
	}

}
