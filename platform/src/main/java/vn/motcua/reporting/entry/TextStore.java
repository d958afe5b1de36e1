package vn.motcua.reporting.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

/** Notes, explanations, narrative sections and words in tables of reports. */
@Repository
class TextStore {

	private static final String OF_REPORT = """
			select kind, code, content, version, account_name, at from reporting.report_text
			where regime = :regime and period = :period and agency = :agency order by kind, code limit 10000
			""";

	private static final String WRITTEN = """
			select regime, period, agency, code from reporting.report_text where kind in ('NARRATIVE', 'WORDS') and content <> ''
			and (regime, period, agency) in (select * from unnest(:regimes::int[], :periods::date[], :agencies::int[])) limit 200000
			""";

	private static final String WORDS_SINCE = """
			select kind, code, content, version, account_name, at from reporting.report_text
			where regime = :regime and period = :period and agency = :agency and kind = 'WORDS' and at > :since order by code limit 10000
			""";

	private static final String FIND = """
			select kind, code, content, version, account_name, at from reporting.report_text
			where regime = :regime and period = :period and agency = :agency and kind = :kind and code = :code
			""";

	private static final String EDITION = """
			select md5(coalesce(string_agg(part, ',' order by part), '')) from (
				select kind || '|' || code || '|' || version as part from reporting.report_text where (regime, period, agency) = (:regime, :period, :agency)
				union all select table_code || '|' || id || '|' || version from reporting.growing_row where (regime, period, agency) = (:regime, :period, :agency)
				union all select file::text from reporting.attachment where (regime, period, agency) = (:regime, :period, :agency)) as parts
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

	/** Codes of the sections, and of the cells of tables, that are written, by report. */
	Map<SheetKey, Set<String>> written(Collection<SheetKey> keys) {
		Map<SheetKey, Set<String>> written = new HashMap<>();
		jdbc.sql(WRITTEN).param("regimes", keys.stream().map(SheetKey::regime).toArray(Integer[]::new)).param("periods", keys.stream().map(key -> key.period().toString()).toArray(String[]::new))
			.param("agencies", keys.stream().map(key -> key.agency().value()).toArray(Integer[]::new)).query((RowCallbackHandler) row -> written
				.computeIfAbsent(new SheetKey(row.getInt("regime"), row.getObject("period", LocalDate.class), new AgencyId(row.getInt("agency"))), _ -> new HashSet<>()).add(row.getString("code")));
		return written;
	}

	/** Words in tables by their code, without empty ones. */
	Map<String, ReportText> words(SheetKey key) {
		Map<String, ReportText> words = new LinkedHashMap<>();
		of(key).stream().filter(text -> text.kind() == ReportText.Kind.WORDS && !text.content().isEmpty()).forEach(text -> words.put(text.code(), text));
		return words;
	}

	/** Digest of the versions of all texts and rows, and of the files. */
	String edition(SheetKey key) {
		return bound(EDITION, key).query(String.class).single();
	}

	/** Words in tables that were saved after a moment, also those that were taken out. */
	List<ReportText> wordsSince(SheetKey key, Instant since) {
		return bound(WORDS_SINCE, key).param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC)).query(TextStore::text).list();
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
