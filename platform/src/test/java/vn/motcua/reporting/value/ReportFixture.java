package vn.motcua.reporting.value;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

import com.zaxxer.hikari.HikariDataSource;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.domain.CurrentTree;
import vn.motcua.agency.domain.TestTree;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Attempts;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.CellSpec;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Totals;

/** The values with their tables and the packaged tree in a database of their own, without the rest of the program. Nothing is added to totals by itself. */
public final class ReportFixture implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final HikariDataSource connections = new HikariDataSource();

	private final FixtureRegimes regimes = new FixtureRegimes(new JdbcTemplate(connections));

	private final TestTree tree = TestTree.open();

	@TestConfiguration(proxyBeanMethods = false)
	@EnableTransactionManagement(proxyTargetClass = true)
	@ComponentScan(basePackageClasses = ReportFixture.class,
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Controller|FoldWork|ValueAnswers)"))
	static class Values {
	}

	public ReportFixture() {
		org.postgresql.ds.PGSimpleDataSource source = (org.postgresql.ds.PGSimpleDataSource) tree.dataSource();
		connections.setJdbcUrl(source.getURL());
		connections.setUsername(source.getUser());
		connections.setPassword(source.getPassword());
		connections.setMaximumPoolSize(16);
		Flyway.configure().dataSource(connections).schemas("reporting").defaultSchema("reporting").locations("classpath:db/migration/reporting").load().migrate();
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("fixture", Map.of("motcua.work", false, "motcua.data", System.getProperty("java.io.tmpdir"))));
		bean(DataSource.class, () -> connections);
		bean(JdbcTemplate.class, () -> new JdbcTemplate(connections));
		DataSourceTransactionManager transactions = new DataSourceTransactionManager(connections);
		bean(PlatformTransactionManager.class, () -> transactions);
		bean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
		bean(Clock.class, Clock::systemUTC);
		bean(Agencies.class, tree::current);
		bean(vn.motcua.reporting.Regimes.class, () -> regimes);
		bean(Indicators.class, () -> new FixtureIndicators(new JdbcTemplate(connections)));
		context.register(Attempts.class, Values.class);
		context.refresh();
	}

	private <T> void bean(Class<T> type, Supplier<T> made) {
		context.registerBean(type, made);
	}

	public Sheets sheets() {
		return context.getBean(Sheets.class);
	}

	public Totals totals() {
		return context.getBean(Totals.class);
	}

	public Cells cells() {
		return context.getBean(Cells.class);
	}

	public CurrentTree agencies() {
		return tree.current();
	}

	public JdbcTemplate jdbc() {
		return context.getBean(JdbcTemplate.class);
	}

	public TransactionTemplate transactions() {
		return context.getBean(TransactionTemplate.class);
	}

	<T> T get(Class<T> type) {
		return context.getBean(type);
	}

	/** Adds everything that waits to the totals. */
	public void fold() {
		get(CountedPeriods.class).outdated().forEach(get(Fold.class)::recount);
		Fold.Folded folded;
		do {
			folded = get(Fold.class).next();
			folded.outdated().forEach(get(Fold.class)::recount);
		}
		while (folded.rows() > 0 || !folded.outdated().isEmpty());
	}

	/** A regime of the Government Office with these cells, by monthly periods. */
	public int regime(String code, CellSpec... cells) {
		int number = Rows.regime(jdbc(), code);
		for (CellSpec cell : cells) {
			Rows.indicator(jdbc(), cell.indicator().value(), cell.decimals(), cell.overUnits());
		}
		cells().register(number, List.of(cells));
		return number;
	}

	/** Gives figures of a regime a formula. */
	void computed(int regime, Map<String, String> formulas) {
		computed(regime, LocalDate.MIN, formulas);
	}

	/** As a version does that holds from a day on. */
	void computed(int regime, LocalDate from, Map<String, String> formulas) {
		regimes.computed(regime, from, formulas);
	}

	/** A month's period whose data are of the calendar month. */
	public LocalDate month(int regime, LocalDate first) {
		Rows.period(jdbc(), regime, first, first, first.plusMonths(1).minusDays(1));
		return first;
	}

	public static CellSpec cell(String indicator, int decimals, Aggregation overUnits) {
		return new CellSpec(new IndicatorCode(indicator), Breakdown.WHOLE, decimals, overUnits, null);
	}

	public static SheetKey key(int regime, LocalDate period, int agency) {
		return new SheetKey(regime, period, new AgencyId(agency));
	}

	/** A clerk of an agency. */
	public static Actor clerk(String name, int agency) {
		return new Actor(Actor.Kind.OFFICER, UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)), name, null, new AgencyId(agency),
				Set.of(Permission.REPORT_VIEW, Permission.REPORT_FILL));
	}

	@Override
	public void close() {
		context.close();
		connections.close();
	}

	/** Rows that other rooms keep, for tests that need no more of them. */
	public static final class Rows {

		private Rows() {
		}

		public static int regime(JdbcTemplate jdbc, String code) {
			Integer number = jdbc.queryForObject("""
					insert into reporting.regime (code, owner, period_type, origin) values (?, 4000010, 'MONTH', 'own') returning id""", Integer.class, code);
			jdbc.update("""
					insert into reporting.regime_version (regime, number, state, valid_from, content, template, changed_by, changed_by_name)
					values (?, 1, 'DRAFT', date '2019-01-01', '{}', '{}', gen_random_uuid(), 'test')""", number);
			return number;
		}

		public static void indicator(JdbcTemplate jdbc, String code, int decimals, Aggregation overUnits) {
			jdbc.update("""
					insert into reporting.indicator (code, field, name_vi, name_en, unit, decimals, definition_vi, definition_en, over_units, over_time, frequency, source, origin)
					values (?, 'labour', ?, ?, 'case', ?, '', '', ?, 'SUM', 'MONTH', 'unverified', 'own') on conflict do nothing""", code, code, code, decimals,
					overUnits.name());
		}

		public static void period(JdbcTemplate jdbc, int regime, LocalDate starts, LocalDate from, LocalDate to) {
			jdbc.update("""
					insert into reporting.period (regime, starts, code, regime_version, data_from, data_to, opens_at, due_at, grace_until, opened_at)
					values (?, ?, to_char(?::date, 'YYYY-MM'), 1, ?, ?, ?::date, ?::date + 30, ?::date + 30, ?::date)""", regime, starts, starts, from, to, from, to, to,
					from);
		}

	}

}
