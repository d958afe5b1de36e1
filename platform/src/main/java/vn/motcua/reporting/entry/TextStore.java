package vn.motcua.reporting.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.ValueSource;

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

	private static final String SINCE = """
			select kind, code, content, version, account_name, at from reporting.report_text
			where regime = :regime and period = :period and agency = :agency and at > :since order by kind, code limit 10000
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

	private static final String STANDING = """
			select kind, code, content, version, account_name, at from reporting.report_text
			where regime = :regime and period = :period and agency = :agency and (kind, code) in (select * from unnest(:kinds::text[], :codes::text[]))
			""";

	/** Each with its entry; what somebody else wrote meanwhile is left. */
	private static final String WRITE = """
			with given as materialized (
				select * from unnest(:kinds::text[], :codes::text[], :contents::text[], :versions::int[], :kept::int[], :taken::text[], :put::text[]) as g (kind, code, content, version, kept, taken, put)),
			written as (
				insert into reporting.report_text as t (regime, period, agency, kind, code, content, version, account, account_name, at)
				select :regime, :period, :agency, kind, code, content, version, :account, :name, :at from given
				on conflict (regime, period, agency, kind, code) do update
				set content = excluded.content, version = excluded.version, account = excluded.account, account_name = excluded.account_name, at = excluded.at
				where t.version = excluded.version - 1 returning kind, code)
			insert into reporting.text_entry (regime, period, agency, kind, code, version, kept, taken, put, source, account, account_name, at)
			select :regime, :period, :agency, kind, code, version, kept, taken, put, :source, :account, :name, :at from written join given using (kind, code) returning kind, code
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

	/** What was saved after a moment, also what was taken out. */
	List<ReportText> since(SheetKey key, Instant since) {
		return bound(SINCE, key).param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC)).query(TextStore::text).list();
	}

	Optional<ReportText> find(SheetKey key, ReportText.Kind kind, String code) {
		return bound(FIND, key).param("kind", kind.name()).param("code", code).query(TextStore::text).optional();
	}

	/** Writes each with an entry that stays. Answers those not taken, since somebody else wrote there meanwhile. */
	List<ReportText.Change> write(SheetKey key, List<ReportText.Change> changes, ValueSource source, Actor actor) {
		if (changes.isEmpty()) {
			return List.of();
		}
		Map<String, ReportText> standing = new HashMap<>();
		named(STANDING, key, changes).query(TextStore::text).list().forEach(text -> standing.put(name(text.kind(), text.code()), text));
		Map<String, ReportText.Change> taken = new LinkedHashMap<>();
		changes.forEach(change -> {
			ReportText before = standing.get(name(change.kind(), change.code()));
			if (before == null || before.version() == change.seenVersion()) {
				taken.putIfAbsent(name(change.kind(), change.code()), change);
			}
		});
		Set<String> written = written(key, List.copyOf(taken.values()), standing, source, actor);
		return changes.stream().filter(change -> taken.get(name(change.kind(), change.code())) != change || !written.contains(name(change.kind(), change.code()))).toList();
	}

	private Set<String> written(SheetKey key, List<ReportText.Change> changes, Map<String, ReportText> standing, ValueSource source, Actor actor) {
		List<@Nullable ReportText> before = changes.stream().map(change -> standing.get(name(change.kind(), change.code()))).toList();
		List<Splice> splices = new ArrayList<>();
		for (int at = 0; at < changes.size(); at++) {
			splices.add(Splice.of(before.get(at) == null ? "" : before.get(at).content(), changes.get(at).content()));
		}
		return Set.copyOf(named(WRITE, key, changes).param("contents", changes.stream().map(ReportText.Change::content).toArray(String[]::new))
			.param("versions", before.stream().map(text -> text == null ? 1 : text.version() + 1).toArray(Integer[]::new)).param("kept", splices.stream().map(Splice::kept).toArray(Integer[]::new))
			.param("taken", splices.stream().map(Splice::taken).toArray(String[]::new)).param("put", splices.stream().map(Splice::put).toArray(String[]::new)).param("source", source.name())
			.param("account", actor.account()).param("name", actor.name()).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
			.query((row, _) -> name(ReportText.Kind.valueOf(row.getString("kind")), row.getString("code"))).list());
	}

	private static String name(ReportText.Kind kind, String code) {
		return kind + " " + code;
	}

	private JdbcClient.StatementSpec named(String sql, SheetKey key, List<ReportText.Change> changes) {
		return bound(sql, key).param("kinds", changes.stream().map(change -> change.kind().name()).toArray(String[]::new))
			.param("codes", changes.stream().map(ReportText.Change::code).toArray(String[]::new));
	}

	private JdbcClient.StatementSpec bound(String sql, SheetKey key) {
		return jdbc.sql(sql).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value());
	}

	private static ReportText text(ResultSet row, int number) throws SQLException {
		return new ReportText(ReportText.Kind.valueOf(row.getString("kind")), row.getString("code"), row.getString("content"), row.getInt("version"),
				row.getString("account_name"), row.getTimestamp("at").toInstant());
	}

}
