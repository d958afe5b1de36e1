package vn.motcua;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.cli.Loading;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Totals;
import vn.motcua.site.Page;
import vn.motcua.reporting.ValueSource;
import vn.motcua.reporting.work.PeriodOpening;

/** Sets up measured regimes with their periods and a system that delivers for them; raw COPY of the same rows; how soon a saved value is in every total. */
@RestController
@PublicAccess
class ReportingYardstick {

	private static final LocalDate YEAR = LocalDate.of(2020, 1, 1);

	/** Whose values only warm the server up. */
	private static final int WARM = 2010;

	private static final String CLIENT = "bench-reporting";

	private static final int PLACE = 49;

	private static final long PATIENCE_NANOS = 30_000_000_000L;

	private final List<Loading> loadings;

	private final Regimes regimes;

	private final PeriodOpening opening;

	private final Agencies agencies;

	private final Sheets sheets;

	private final Totals totals;

	private final JdbcTemplate jdbc;

	private final DataSource dataSource;

	private final SessionRepository<?> sessions;

	ReportingYardstick(List<Loading> loadings, @Lazy Regimes regimes, PeriodOpening opening, Agencies agencies, @Lazy Sheets sheets, @Lazy Totals totals, JdbcTemplate jdbc,
			DataSource dataSource, SessionRepository<?> sessions) {
		this.loadings = loadings;
		this.regimes = regimes;
		this.opening = opening;
		this.agencies = agencies;
		this.sheets = sheets;
		this.totals = totals;
		this.jdbc = jdbc;
		this.dataSource = dataSource;
		this.sessions = sessions;
	}

	/** Codes of the communes that report, those that were there from the first year to the last. */
	@GetMapping("/yardstick/reporting/setup")
	List<String> setup() throws IOException {
		for (String file : List.of(ReportingDesign.dimensions(), ReportingDesign.indicators(), ReportingDesign.regime(), ReportingDesign.large())) {
			Loading loading = loadings.stream().filter(one -> one.takes(file.lines().findFirst().orElseThrow())).findFirst().orElseThrow();
			Loading.Loaded loaded = loading.load(new BufferedReader(new StringReader(file)), false);
			if (!loaded.findings().isEmpty()) {
				throw new IllegalStateException(loaded.findings().toString());
			}
		}
		open(WARM, 12);
		open(YEAR.getYear(), 1);
		client(regime(ReportingDesign.REGIME).owner());
		return communes().stream().map(Agency::code).toList();
	}

	/** Makes the months of a year out to all communes; seconds. */
	@GetMapping("/yardstick/reporting/open")
	double open(@RequestParam int year, @RequestParam(defaultValue = "1") int from) {
		long start = System.nanoTime();
		LocalDate first = LocalDate.of(year, from, 1);
		regimes.periods(regime(ReportingDesign.REGIME).number(), first, first.withMonth(12)).forEach(period -> opening.open(regime(ReportingDesign.REGIME), period));
		return (System.nanoTime() - start) / 1e9;
	}

	/** Clerks of those that answer today for as many communes, each signed in: what they send as their cookie, and the address of their page of five hundred cells. */
	@GetMapping("/yardstick/reporting/clerks")
	List<List<String>> clerks(@RequestParam int count) {
		Regime large = regime(ReportingDesign.LARGE);
		for (LocalDate month : List.of(YEAR.plusMonths(5), YEAR.plusMonths(4), YEAR.plusMonths(5).minusYears(1))) {
			regimes.periods(large.number(), month, month).forEach(period -> opening.open(large, period));
		}
		List<Agency> all = communes();
		LocalDate today = LocalDate.now(Page.ZONE);
		List<List<String>> clerks = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Agency commune = all.get((int) ((long) i * all.size() / count));
			clerks.add(List.of("phien=" + session(clerk(i, agencies.heirs(commune.id(), today).getFirst())), "/bao-cao/nhap/" + ReportingDesign.LARGE + "/2020-06/" + commune.code(), commune.code()));
		}
		return clerks;
	}

	private UUID clerk(int number, AgencyId agency) {
		UUID account = UUID.randomUUID();
		jdbc.update("""
				insert into identity.account
				select (jsonb_populate_record(a, jsonb_build_object('id', ?::text, 'login', ?::text, 'phone', null))).* from identity.account a where login = 'baocao.kinhbac'""",
				account.toString(), "bench.clerk" + number);
		jdbc.update("""
				insert into identity.role_grant (account, role, agency, valid_from, granted_by, granted_at) values (?, 'REPORTING_CLERK', ?, date '2020-01-01', ?, now())""",
				account, agency.value(), account);
		return account;
	}

	/** As signing in leaves one. */
	private String session(UUID account) {
		return session(sessions, account);
	}

	private static <S extends Session> String session(SessionRepository<S> sessions, UUID account) {
		S session = sessions.createSession();
		session.setAttribute("account", account.toString());
		session.setMaxInactiveInterval(Duration.ofMinutes(30));
		sessions.save(session);
		return session.getId();
	}

	/** A system of the agency that issued the regimes, with the secret of the demonstration's. */
	private void client(AgencyId owner) {
		jdbc.update("""
				insert into identity.client (id, client_id, system, name, agency, redirect_uris, scopes, created_at)
				values (gen_random_uuid(), ?, true, 'Bench', ?, '{}', '{reporting}', now()) on conflict do nothing""", CLIENT, owner.value());
		jdbc.update("""
				insert into identity.client_secret (id, client, hash, beginning, created_at)
				select gen_random_uuid(), (select id from identity.client where client_id = ?), s.hash, s.beginning, s.created_at
				from identity.client_secret s join identity.client c on c.id = s.client where c.client_id = 'hanoi-demo' limit 1""", CLIENT);
		jdbc.update("""
				insert into exchange.participant
				select (jsonb_populate_record(p, jsonb_build_object('id', ?::text, 'client_id', ?::text, 'agency', ?::integer, 'calls_a_minute', 100000000))).*
				from exchange.participant p where client_id = 'hanoi-demo' on conflict do nothing""", SystemPrograms.account(CLIENT).toString(), CLIENT, owner.value());
	}

	private List<Agency> communes() {
		return agencies.all(Agency.Level.PROVINCE, YEAR).stream().flatMap(province -> agencies.children(province.id(), Agency.Level.DISTRICT, YEAR).stream())
			.flatMap(district -> agencies.children(district.id(), Agency.Level.COMMUNE, YEAR).stream())
			.filter(commune -> there(commune, LocalDate.of(WARM, 1, 31)) && there(commune, YEAR.withMonth(12).withDayOfMonth(31))).toList();
	}

	private boolean there(Agency commune, LocalDate on) {
		return agencies.findByCode(Agency.Level.COMMUNE, commune.code(), on).filter(found -> found.id().equals(commune.id())).isPresent();
	}

	/** Seconds until nothing waits to be added to the totals. */
	@GetMapping("/yardstick/reporting/settle")
	double settle() {
		long start = System.nanoTime();
		while (!jdbc.queryForList("select 1 from reporting.pending limit 1").isEmpty()) {
			LockSupport.parkNanos(10_000_000);
		}
		return (System.nanoTime() - start) / 1e9;
	}

	@GetMapping("/yardstick/reporting/size")
	Map<String, Object> size() {
		jdbc.execute("analyze reporting.sheet, reporting.entry, reporting.total");
		return jdbc.queryForMap("""
				select (select count(*) from reporting.sheet where regime = ?) as sheets, (select count(*) from reporting.entry where regime = ?) as entries,
					pg_total_relation_size('reporting.sheet') + pg_total_relation_size('reporting.entry') + pg_total_relation_size('reporting.total') as bytes""",
				regime(ReportingDesign.REGIME).number(), regime(ReportingDesign.REGIME).number());
	}

	/** Seconds of raw COPY of the year's sheets and of their entries into tables with the same indexes, a month a transaction; {@code version} says which entries. */
	@GetMapping("/yardstick/reporting/copy")
	double copy(@RequestParam int version, @RequestParam int year) throws Exception {
		double seconds = 0;
		for (String table : List.of("sheet", "entry")) {
			jdbc.execute("create schema if not exists bench");
			jdbc.execute("drop table if exists bench.%s".formatted(table));
			jdbc.execute("create table bench.%1$s (like reporting.%1$s including defaults including constraints including indexes)".formatted(table));
			for (LocalDate month = LocalDate.of(year, 1, 1); month.getYear() == year; month = month.plusMonths(1)) {
				String rows = "select * from reporting.%s where regime = %d and period = date '%s'%s".formatted(table, regime(ReportingDesign.REGIME).number(), month,
						table.equals("entry") ? " and version = " + version : "");
				seconds += copied(table, rows);
			}
		}
		return seconds;
	}

	private double copied(String table, String rows) throws Exception {
		try (Connection connection = dataSource.getConnection()) {
			CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			copy.copyOut("copy (" + rows + ") to stdout", bytes);
			ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
			long start = System.nanoTime();
			copy.copyIn("copy bench.%s from stdin".formatted(table), in);
			return (System.nanoTime() - start) / 1e9;
		}
	}

	/** Milliseconds from a save's end until the value is in the totals of district, province and country; nobody else may change the last indicator. */
	@GetMapping("/yardstick/reporting/fresh")
	Map<String, Double> fresh(@RequestParam int times) {
		List<Agency> communes = communes();
		int regime = regime(ReportingDesign.REGIME).number();
		Random random = new Random(1);
		double[] millis = new double[times];
		for (int i = 0; i < times; i++) {
			SheetKey key = new SheetKey(regime, YEAR.plusMonths(i % 12), communes.get(random.nextInt(communes.size())).id());
			List<Integer> units = units(key);
			long[] before = amounts(key, units);
			BigDecimal old = sheets.sheet(key).amounts().get(PLACE);
			long added = old == null ? 7 : 1;
			sheets.save(key, List.of(new Sheets.CellChange(PLACE, old == null ? BigDecimal.valueOf(7) : old.add(BigDecimal.ONE), null)), ValueSource.API, Actor.platform());
			long start = System.nanoTime();
			while (!Arrays.equals(amounts(key, units), Arrays.stream(before).map(amount -> amount + added).toArray())) {
				if (System.nanoTime() - start > PATIENCE_NANOS) {
					throw new IllegalStateException("not in the totals of " + units);
				}
				LockSupport.parkNanos(2_000_000);
			}
			millis[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(millis);
		Map<String, Double> figures = new LinkedHashMap<>();
		figures.put("p50", millis[times / 2]);
		figures.put("p99", millis[(int) (times * 0.99)]);
		figures.put("max", millis[times - 1]);
		return figures;
	}

	private List<Integer> units(SheetKey key) {
		List<Integer> units = new ArrayList<>(agencies.withAncestors(key.agency(), key.period()).stream().map(unit -> unit.id().value())
			.filter(unit -> unit != key.agency().value()).toList());
		units.add(Totals.COUNTRY);
		return units;
	}

	private long[] amounts(SheetKey key, List<Integer> units) {
		Map<Integer, Long> found = new LinkedHashMap<>();
		units.forEach(unit -> found.put(unit, 0L));
		totals.totals(key.regime(), key.period(), key.period(), units).forEach(total -> found.put(total.unit(),
				total.amounts().length <= PLACE || total.amounts()[PLACE] == Totals.EMPTY ? 0L : total.amounts()[PLACE]));
		return found.values().stream().mapToLong(Long::longValue).toArray();
	}

	private Regime regime(String code) {
		return regimes.find(new RegimeCode(code)).orElseThrow();
	}

}
