package vn.motcua.reporting.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.SheetKey;

/** Notes, explanations and narrative sections of reports. */
@Repository
class TextStore {

	private static final String OF_REPORT = """
			select kind, code, content, version, account_name, at from reporting.report_text
			where regime = :regime and period = :period and agency = :agency order by kind, code limit 5000
			""";

	private static final String SECTIONS = """
			select regime, period, agency, code from reporting.report_text where kind = 'NARRATIVE' and content <> ''
			and (regime, period, agency) in (select * from unnest(:regimes::int[], :periods::date[], :agencies::int[])) limit 10000
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

	/** Codes of the sections that are written, by report. */
	Map<SheetKey, Set<String>> sections(Collection<SheetKey> keys) {
		Map<SheetKey, Set<String>> sections = new HashMap<>();
		jdbc.sql(SECTIONS).param("regimes", keys.stream().map(SheetKey::regime).toArray(Integer[]::new)).param("periods", keys.stream().map(key -> key.period().toString()).toArray(String[]::new))
			.param("agencies", keys.stream().map(key -> key.agency().value()).toArray(Integer[]::new)).query((RowCallbackHandler) row -> sections
				.computeIfAbsent(new SheetKey(row.getInt("regime"), row.getObject("period", LocalDate.class), new AgencyId(row.getInt("agency"))), _ -> new HashSet<>()).add(row.getString("code")));
		return sections;
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
