package vn.motcua.reporting.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Reports.Counted;
import vn.motcua.reporting.Reports.State;
import vn.motcua.reporting.SheetKey;

/** Rows of the obligations, one at a time and in sets. */
@Component
class ObligationStore {

	static final String COLUMNS = """
			o.regime, o.period, o.agency, o.state, o.receiver, o.due_at, o.grace_until, o.moved, o.sent_at, o.assignee, o.assignee_name, o.version,
			o.signed_version, o.correcting, o.changed_at""";

	private static final String FIND = "select " + COLUMNS + " from reporting.obligation o where regime = :regime and period = :period and agency = :agency";

	private static final String FIND_ALL = "select " + COLUMNS + """
			 from unnest(:regimes::int[], :periods::date[], :agencies::int[]) as k(regime, period, agency)
			join reporting.obligation o using (regime, period, agency) order by o.regime, o.period, o.agency""";

	private static final String UPDATE = """
			update reporting.obligation set state = :state, due_at = :due, grace_until = :grace, moved = :moved, sent_at = :sent, assignee = :assignee,
				assignee_name = :assigneeName, signed_version = :signed, correcting = :correcting, changed_at = :at, version = version + 1,
				reminded = case when due_at = :due then reminded else 0 end
			where regime = :regime and period = :period and agency = :agency and version = :version""";

	private static final String START = """
			update reporting.obligation o set state = 'DRAFTING', changed_at = :at, version = version + 1
			from unnest(:regimes::int[], :periods::date[], :agencies::int[]) as k(regime, period, agency)
			where o.regime = k.regime and o.period = k.period and o.agency = k.agency""";

	private static final String MAKE_OUT = """
			insert into reporting.obligation (regime, period, agency, state, receiver, due_at, grace_until, changed_at)
			select :regime, :period, owed.agency, 'OPEN', owed.receiver, :due, nullif(:grace::timestamptz, :due::timestamptz), :at
			from unnest(:agencies::int[], :receivers::int[]) as owed(agency, receiver)
			on conflict do nothing returning agency""";

	private static final String MARK = """
			insert into reporting.opened_period (regime, period, obligations, opened_at) values (:regime, :period, :count, :at) on conflict do nothing""";

	private static final String HOLD_PERIODS = """
			select p.closed_at is not null from reporting.period p
			where (p.regime, p.starts) in (select * from unnest(:regimes::int[], :periods::date[])) order by p.regime, p.starts for share""";

	private static final String OPENED = "select period from reporting.opened_period where regime = :regime and period >= :from";

	private static final String LAST_OPENED = "select max(period) from reporting.opened_period where regime = :regime";

	private static final String LAST_MADE_OUT = """
			select o.obligations from reporting.opened_period o join reporting.period p on p.regime = o.regime and p.starts = o.period
			where o.regime = :regime and p.regime_version = :version order by o.period desc limit 1""";

	private static final String COUNTED = "select " + COLUMNS + """
			, (select s.to_state from reporting.step s where (s.regime, s.period, s.agency) = (o.regime, o.period, o.agency) order by s.number desc limit 1) as last
			from reporting.obligation o where o.regime = :regime and o.period = :period order by o.agency""";

	private final JdbcClient jdbc;

	ObligationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<ObligationRow> find(SheetKey key) {
		return keyed(FIND, key).query((row, _) -> read(row)).optional();
	}

	/** Held until the transaction ends; nobody saves figures or acts on the report meanwhile. */
	Optional<ObligationRow> lock(SheetKey key) {
		return keyed(FIND + " for update", key).query((row, _) -> read(row)).optional();
	}

	List<ObligationRow> findAll(Collection<SheetKey> keys) {
		return keys("", keys);
	}

	List<Counted> counted(int regime, LocalDate period) {
		return jdbc.sql(COUNTED).param("regime", regime).param("period", period).query((row, _) -> {
			ObligationRow report = read(row);
			String last = row.getString("last");
			return new Counted(report.key().agency().value(), report.state(), last == null ? null : State.valueOf(last), report.tallies());
		}).list();
	}

	List<ObligationRow> lockAll(Collection<SheetKey> keys) {
		return keys(" for update of o", keys);
	}

	/** Held against acts until the transaction ends, not against others who save figures. In one order, so that two who lock some of the same never wait for each other. */
	List<ObligationRow> shareAll(Collection<SheetKey> keys) {
		return keys(" for share of o", keys);
	}

	/** Whether a period of these reports was closed, by whichever node; nobody closes one before the transaction ends. */
	boolean closed(Collection<SheetKey> keys) {
		return jdbc.sql(HOLD_PERIODS).param("regimes", keys.stream().map(SheetKey::regime).toArray(Integer[]::new))
			.param("periods", keys.stream().map(key -> key.period().toString()).toArray(String[]::new)).query(Boolean.class).list().contains(true);
	}

	/** One is found by its key: the database need not plan for that each time. */
	private List<ObligationRow> keys(String hold, Collection<SheetKey> keys) {
		if (keys.isEmpty()) {
			return List.of();
		}
		JdbcClient.StatementSpec statement = keys.size() == 1 ? keyed(FIND + hold, keys.iterator().next()) : keyed(FIND_ALL + hold, keys);
		return statement.query((row, _) -> read(row)).list();
	}

	private JdbcClient.StatementSpec keyed(String sql, Collection<SheetKey> keys) {
		List<SheetKey> list = List.copyOf(keys);
		return jdbc.sql(sql).param("regimes", list.stream().map(SheetKey::regime).toArray(Integer[]::new))
			.param("periods", list.stream().map(key -> key.period().toString()).toArray(String[]::new))
			.param("agencies", list.stream().map(key -> key.agency().value()).toArray(Integer[]::new));
	}

	/** Open reports that are held become drafts. */
	void start(Collection<SheetKey> keys, Instant at) {
		keyed(START, keys).param("at", at(at)).update();
	}

	/** False when somebody else was faster. */
	boolean update(ObligationRow row) {
		return keyed(UPDATE, row.key()).param("state", row.state().name()).param("due", at(row.dueAt())).param("grace", at(row.graceUntil()))
			.param("moved", row.moved()).param("sent", at(row.sentAt())).param("assignee", row.assignee()).param("assigneeName", row.assigneeName())
			.param("signed", row.signedVersion()).param("correcting", row.correcting()).param("at", at(row.changedAt())).param("version", row.version()).update() == 1;
	}

	/** Makes a period out to everybody who owes it; those who have it already are left out of the answer. */
	List<Integer> makeOut(int regime, Opening opening, List<Subjects.Owed> owed, Instant at) {
		return jdbc.sql(MAKE_OUT).param("regime", regime).param("period", opening.period().starts()).param("due", at(opening.dueAt()))
			.param("grace", at(opening.graceUntil())).param("at", at(at)).param("agencies", owed.stream().map(Subjects.Owed::agency).toArray(Integer[]::new))
			.param("receivers", owed.stream().map(Subjects.Owed::receiver).toArray(Integer[]::new)).query(Integer.class).list();
	}

	/** False when the period was opened already, by this node or another. */
	boolean markOpened(int regime, LocalDate period, int count, Instant at) {
		return jdbc.sql(MARK).param("regime", regime).param("period", period).param("count", count).param("at", at(at)).update() == 1;
	}

	List<LocalDate> opened(int regime, LocalDate from) {
		return jdbc.sql(OPENED).param("regime", regime).param("from", from).query(LocalDate.class).list();
	}

	@Nullable LocalDate lastOpened(int regime) {
		return jdbc.sql(LAST_OPENED).param("regime", regime).query(LocalDate.class).optional().orElse(null);
	}

	/** How many owed a report for the last period of a version that was made out. */
	Optional<Integer> lastMadeOut(int regime, int version) {
		return jdbc.sql(LAST_MADE_OUT).param("regime", regime).param("version", version).query(Integer.class).optional();
	}

	private JdbcClient.StatementSpec keyed(String sql, SheetKey key) {
		return jdbc.sql(sql).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value());
	}

	static ObligationRow read(ResultSet row) throws SQLException {
		SheetKey key = new SheetKey(row.getInt("regime"), row.getObject("period", LocalDate.class), new AgencyId(row.getInt("agency")));
		return new ObligationRow(key, State.valueOf(row.getString("state")), row.getInt("receiver"), instant(row, "due_at"), moment(row, "grace_until"),
				row.getBoolean("moved"), moment(row, "sent_at"), row.getObject("assignee", UUID.class), row.getString("assignee_name"), row.getInt("version"),
				row.getObject("signed_version", Integer.class), row.getBoolean("correcting"), instant(row, "changed_at"));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return at == null ? null : at.toInstant();
	}

	static @Nullable OffsetDateTime at(@Nullable Instant moment) {
		return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
	}

}
