package vn.motcua;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.flowable.engine.ProcessEngine;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.LedgerAppend;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.domain.AccessTokens;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.PublicAccess;

/** What benchmarks need of the inside: tokens for many accounts, bare process starts, the ledger against raw COPY, a full queue. */
@RestController
@PublicAccess
class YardstickController {

	private static final int BATCH = 5_000;

	private static final String COPY_ACCOUNT = """
			insert into identity.account (id, kind, login, full_name, subject, phone, email, address_commune, address_line, assurance, password_hash,
				password_changed_at, created_at)
			select gen_random_uuid(), kind, login || '.' || n, full_name || ' ' || n, '09' || lpad(n::text, 8, '0'), phone, email, address_commune, address_line,
				assurance, password_hash, password_changed_at, created_at
			from identity.account, generate_series(1, ?) n where login = 'cty.saomai'
			on conflict do nothing
			""";

	private final JdbcTemplate jdbc;

	private final DataSource dataSource;

	private final Accounts accounts;

	private final AccessTokens tokens;

	private final Dossiers dossiers;

	private final LedgerAppend ledger;

	private final BareProcess process;

	private final AtomicInteger ledgerRuns = new AtomicInteger();

	YardstickController(JdbcTemplate jdbc, DataSource dataSource, Accounts accounts, AccessTokens tokens, Dossiers dossiers, LedgerAppend ledger,
			ProcessEngine engine) {
		this.jdbc = jdbc;
		this.dataSource = dataSource;
		this.accounts = accounts;
		this.tokens = tokens;
		this.dossiers = dossiers;
		this.ledger = ledger;
		this.process = new BareProcess(engine);
	}

	@GetMapping("/yardstick/tokens")
	List<String> tokens(@RequestParam int n) {
		jdbc.update(COPY_ACCOUNT, n);
		return jdbc.queryForList("select id from identity.account where login like 'cty.saomai.%' order by login limit ?", UUID.class, n).stream()
			.map(id -> tokens.issue(accounts.actor(id), "bench", Duration.ofHours(2))).toList();
	}

	@GetMapping("/yardstick/process")
	String process() {
		process.start();
		return "{}";
	}

	/** Appends copies of one dossier's life, then writes the same rows with raw COPY into a table with the same indexes. */
	@GetMapping("/yardstick/ledger")
	Map<String, Double> ledger(@RequestParam int count, @RequestParam String like) throws Exception {
		List<DossierEvent> life = dossiers.events(new DossierCode(like));
		String prefix = "BENCH" + ledgerRuns.incrementAndGet() + ".";
		List<List<DossierEvent>> batches = batches(life, count, prefix);
		long rows = batches.stream().mapToLong(List::size).sum();
		long start = System.nanoTime();
		batches.forEach(ledger::append);
		double appended = seconds(start);
		double copied = copySame(rows, prefix);
		Map<String, Double> figures = new LinkedHashMap<>();
		figures.put("appendPerSecond", rows / appended);
		figures.put("copyPerSecond", rows / copied);
		figures.put("rows", (double) rows);
		return figures;
	}

	/** Writes events that are in the ledger, and the states of their dossiers, with raw COPY into tables with the same indexes. */
	@GetMapping("/yardstick/copy")
	Map<String, Double> copy(@RequestParam String prefix) throws Exception {
		long events = jdbc.queryForObject("select count(*) from dossier.event where code like ?", Long.class, prefix + "%");
		long states = jdbc.queryForObject("select count(*) from dossier.dossier where code like ?", Long.class, prefix + "%");
		double seconds = copySame(events, prefix);
		return Map.of("eventsPerSecond", events / seconds, "eventsWithStatesPerSecond", events / (seconds + copySame("dossier", "code", states, prefix)));
	}

	private static List<List<DossierEvent>> batches(List<DossierEvent> life, int count, String prefix) {
		List<List<DossierEvent>> batches = new ArrayList<>();
		List<DossierEvent> batch = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			DossierCode code = DossierCode.of(prefix + i / 9_000, LocalDate.now(), 1 + i % 9_000);
			for (DossierEvent event : life) {
				batch.add(new DossierEvent(0, code, event.seq(), event.type(), event.status(), event.at(), event.recordedAt(), event.actorKind(),
						event.actorAccount(), event.actorName(), event.agency(), event.channel(), event.reason(), event.detail()));
			}
			if (batch.size() >= BATCH) {
				batches.add(batch);
				batch = new ArrayList<>();
			}
		}
		if (!batch.isEmpty()) {
			batches.add(batch);
		}
		return batches;
	}

	private double copySame(long rows, String prefix) throws Exception {
		return copySame("event", "number", rows, prefix);
	}

	private double copySame(String table, String order, long rows, String prefix) throws Exception {
		jdbc.execute("create schema if not exists bench");
		jdbc.execute("drop table if exists bench.%s".formatted(table));
		jdbc.execute("create table bench.%1$s (like dossier.%1$s including defaults including constraints including indexes)".formatted(table));
		List<byte[]> batches = new ArrayList<>();
		try (Connection connection = dataSource.getConnection()) {
			CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
			for (long from = 0; from < rows; from += BATCH) {
				ByteArrayOutputStream bytes = new ByteArrayOutputStream();
				copy.copyOut("copy (select * from dossier.%s where code like '%s%%' order by %s offset %d limit %d) to stdout".formatted(table, prefix, order, from, BATCH), bytes);
				batches.add(bytes.toByteArray());
			}
			long start = System.nanoTime();
			for (byte[] batch : batches) {
				copy.copyIn("copy bench.%s from stdin".formatted(table), new ByteArrayInputStream(batch));
			}
			return seconds(start);
		}
	}

	/** Fills the officers' queues: steps of dossiers, one in twenty at the agency measured, one in ten open. */
	@GetMapping("/yardstick/queue")
	Map<String, Double> queue(@RequestParam int total, @RequestParam int agency) {
		jdbc.update("delete from onestop.work_item where id like 'bench-%'");
		jdbc.update(QueueFill.SQL, agency, total);
		jdbc.execute("vacuum analyze onestop.work_item");
		return Map.of("open", jdbc.queryForObject("select count(*) from onestop.work_item where agency = ? and closed_at is null", Double.class, agency));
	}

	@GetMapping("/yardstick/agency")
	Map<String, Object> agency(@RequestParam String login) {
		return Map.of("agency", accounts.actor(accounts.findByLogin(login).orElseThrow().id()).agency().value());
	}

	private static double seconds(long start) {
		return (System.nanoTime() - start) / 1e9;
	}

}
