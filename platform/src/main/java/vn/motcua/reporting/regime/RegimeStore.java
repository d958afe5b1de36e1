package vn.motcua.reporting.regime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportPeriod;
import vn.motcua.reporting.Template;

/** SQL of regimes, their versions and opened periods. */
@Repository
class RegimeStore {

	private static final String VERSION = "select coalesce((select version from reporting.design_state), 0)";

	private static final String CHANGED = "update reporting.design_state set version = version + 1, changed_at = :at";

	private static final String REGIMES = "select id, code, owner, period_type from reporting.regime order by code limit 5000";

	private static final String COLUMNS = "regime, number, state, valid_from, valid_until, content, template, version, changed_at, changed_by_name";

	private static final String PUBLISHED = "select " + COLUMNS + " from reporting.regime_version where state <> 'DRAFT' order by regime, number limit 20000";

	private static final String OF = "select " + COLUMNS + " from reporting.regime_version where regime = :regime order by number limit 1000";

	private static final String DRAFTS = "select code, owner, " + COLUMNS + " from reporting.regime_version join reporting.regime on id = regime where state = 'DRAFT' order by code limit 1000";

	private static final String ONE = "select " + COLUMNS + " from reporting.regime_version where regime = :regime and number = :number";

	private static final String ADD = """
			insert into reporting.regime (code, owner, period_type, origin) values (:code, :owner, :type, :origin) on conflict (code) do nothing returning id
			""";

	private static final String NUMBER = "select id from reporting.regime where code = :code";

	/** A version that a release packages may be corrected by the next as long as no period runs on it and nobody changed it. */
	private static final String PUT = """
			insert into reporting.regime_version (regime, number, state, valid_from, valid_until, content, template, changed_at, changed_by, changed_by_name)
			values (:regime, :number, :state, :from, :until, :content::jsonb, :template::jsonb, :at, :by, :name)
			on conflict (regime, number) do update set state = excluded.state, valid_from = excluded.valid_from, valid_until = excluded.valid_until, content = excluded.content,
				template = excluded.template, version = regime_version.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
				changed_by_name = excluded.changed_by_name
			where regime_version.version = :edition or :edition = 0 and regime_version.changed_by = excluded.changed_by
				and not exists (select from reporting.period p where p.regime = regime_version.regime and p.regime_version = regime_version.number)
			""";

	private static final String END = "update reporting.regime_version set valid_until = :until where regime = :regime and number <> :but and state = 'PUBLISHED' and (valid_until is null or valid_until > :until) and valid_from < :until";

	private static final String OPENED = """
			select starts, code, regime_version, data_from, data_to, opens_at, due_at, grace_until, closed_at, (select period_type from reporting.regime where id = :regime) as type
			from reporting.period where regime = :regime order by starts desc limit 5000
			""";

	private static final String OPEN = """
			insert into reporting.period (regime, starts, code, regime_version, data_from, data_to, opens_at, due_at, grace_until, opened_at)
			values (:regime, :starts, :code, :version, :from, :to, :opens, :due, :grace, :at) on conflict do nothing
			""";

	private static final String ONE_OPENED = OPENED.replace("order by starts desc limit 5000", "and starts = :starts");

	private static final String CLOSE = "update reporting.period set closed_at = :at where regime = :regime and starts = :starts and closed_at is null";

	private final JdbcClient jdbc;

	RegimeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	record Row(int number, RegimeCode code, AgencyId owner, PeriodType type) {
	}

	long version() {
		return jdbc.sql(VERSION).query(Long.class).single();
	}

	/** Other nodes read again. */
	void changed(Instant at) {
		jdbc.sql(CHANGED).param("at", at(at)).update();
	}

	List<Row> regimes() {
		return jdbc.sql(REGIMES).query((row, _) -> new Row(row.getInt("id"), new RegimeCode(row.getString("code")), new AgencyId(row.getInt("owner")),
				PeriodType.valueOf(row.getString("period_type")))).list();
	}

	List<RegimeVersion> published() {
		return jdbc.sql(PUBLISHED).query(RegimeStore::versionRow).list();
	}

	/** Drafts too. */
	List<RegimeVersion> versions(int regime) {
		return jdbc.sql(OF).param("regime", regime).query(RegimeStore::versionRow).list();
	}

	Optional<RegimeVersion> version(int regime, int number) {
		return jdbc.sql(ONE).param("regime", regime).param("number", number).query(RegimeStore::versionRow).optional();
	}

	/** Drafts of all regimes, at most 1,000. */
	List<Draft> drafts() {
		return jdbc.sql(DRAFTS).query((row, number) -> new Draft(new RegimeCode(row.getString("code")), new AgencyId(row.getInt("owner")), versionRow(row, number))).list();
	}

	record Draft(RegimeCode code, AgencyId owner, RegimeVersion version) {
	}

	/** Empty when the code is taken. */
	Optional<Integer> add(RegimeCode code, AgencyId owner, PeriodType type, String origin) {
		return jdbc.sql(ADD).param("code", code.value()).param("owner", owner.value()).param("type", type.name()).param("origin", origin).query(Integer.class).optional();
	}

	Optional<Integer> number(RegimeCode code) {
		return jdbc.sql(NUMBER).param("code", code.value()).query(Integer.class).optional();
	}

	/** False when the version was changed since {@code edition} was read. */
	boolean put(RegimeVersion version, Actor by) {
		return jdbc.sql(PUT).param("regime", version.regime()).param("number", version.number()).param("state", version.state().name())
			.param("from", version.validFrom()).param("until", version.validUntil(), Types.DATE).param("content", DesignJson.KEPT.writeValueAsString(version.content()))
			.param("template", DesignJson.KEPT.writeValueAsString(version.template())).param("edition", version.edition()).param("at", at(version.changedAt()))
			.param("by", by.account()).param("name", by.name()).update() == 1;
	}

	/** Versions before another end where it begins. */
	void end(int regime, int but, LocalDate until) {
		jdbc.sql(END).param("regime", regime).param("but", but).param("until", until).update();
	}

	List<Opening> opened(int regime) {
		return jdbc.sql(OPENED).param("regime", regime).query(RegimeStore::opening).list();
	}

	/** The period as it is fixed, by this or by who was first. */
	Opening open(int regime, Opening opening, Instant at) {
		ReportPeriod period = opening.period();
		jdbc.sql(OPEN).param("regime", regime).param("starts", period.starts()).param("code", period.code()).param("version", opening.regimeVersion())
			.param("from", period.from()).param("to", period.to()).param("opens", at(opening.opensAt())).param("due", at(opening.dueAt()))
			.param("grace", at(opening.graceUntil())).param("at", at(at)).update();
		return jdbc.sql(ONE_OPENED).param("regime", regime).param("starts", period.starts()).query(RegimeStore::opening).single();
	}

	void close(int regime, LocalDate starts, Instant at) {
		jdbc.sql(CLOSE).param("regime", regime).param("starts", starts).param("at", at(at)).update();
	}

	private static RegimeVersion versionRow(ResultSet row, int number) throws SQLException {
		return new RegimeVersion(row.getInt("regime"), row.getInt("number"), RegimeVersion.State.valueOf(row.getString("state")), row.getObject("valid_from", LocalDate.class),
				row.getObject("valid_until", LocalDate.class), DesignJson.KEPT.readValue(row.getString("content"), RegimeContent.class),
				DesignJson.KEPT.readValue(row.getString("template"), Template.class), row.getInt("version"), row.getObject("changed_at", OffsetDateTime.class).toInstant(),
				row.getString("changed_by_name"));
	}

	private static Opening opening(ResultSet row, int number) throws SQLException {
		@Nullable OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
		ReportPeriod period = new ReportPeriod(PeriodType.valueOf(row.getString("type")), row.getString("code"), row.getObject("starts", LocalDate.class),
				row.getObject("data_from", LocalDate.class), row.getObject("data_to", LocalDate.class));
		return new Opening(period, row.getInt("regime_version"), instant(row, "opens_at"), instant(row, "due_at"), instant(row, "grace_until"),
				closed == null ? null : closed.toInstant());
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime at(Instant at) {
		return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

}
