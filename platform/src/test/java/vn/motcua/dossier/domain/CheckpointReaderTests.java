package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import vn.motcua.OtherServer;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.kernel.DossierCode;

class CheckpointReaderTests {

	private LedgerDatabase database;

	private CheckpointReader reader;

	private final List<DossierCode> read = new ArrayList<>();

	@BeforeEach
	void open() {
		open(new LedgerDatabase());
	}

	private void open(LedgerDatabase opened) {
		database = opened;
		database.jdbc.queryForObject("select dossier.ensure_month(date '2020-08-01')", Boolean.class);
		reader = new CheckpointReader(database.jdbc, database.transactions);
	}

	@AfterEach
	void close() {
		database.close();
	}

	private void append(JdbcTemplate jdbc, int number) {
		DossierEvent event = SampleEvents.submitted(SampleEvents.code(number));
		new LedgerStore(jdbc).enter(event.actorAccount(), event.code().value(), "", event, Fold.fold(null, event)).orElseThrow();
	}

	private int readOn() {
		return reader.read("test", 100, events -> events.forEach(event -> read.add(event.code())));
	}

	/** Also the server's own work in the background may hold a transaction open for a moment. */
	private void readUntil(int count) {
		Instant end = Instant.now().plusSeconds(20);
		while (read.size() < count && Instant.now().isBefore(end)) {
			readOn();
		}
		assertThat(readOn()).isZero();
	}

	/** The slow transaction takes number 1 first and commits last; a reader that went by number would skip it. */
	@Test
	void doesNotMissATransactionThatCommitsLate() throws Exception {
		try (Connection slow = database.connections.getConnection()) {
			slow.setAutoCommit(false);
			append(new JdbcTemplate(new SingleConnectionDataSource(slow, true)), 1);
			append(database.jdbc, 2);
			assertThat(readOn()).isZero();
			slow.commit();
			append(database.jdbc, 3);
		}
		readUntil(3);
		assertThat(read).containsExactly(SampleEvents.code(1), SampleEvents.code(2), SampleEvents.code(3));
	}

	@Test
	void readsEverythingOnceWhileManyWrite() throws Exception {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> writers = new ArrayList<>();
			for (int writer = 0; writer < 8; writer++) {
				int first = writer * 50;
				writers.add(threads.submit(() -> {
					for (int i = 1; i <= 50; i++) {
						append(database.jdbc, first + i);
					}
				}));
			}
			while (writers.stream().anyMatch(writer -> !writer.isDone())) {
				readOn();
			}
			for (Future<?> writer : writers) {
				writer.get();
			}
		}
		readUntil(400);
		assertThat(read).hasSize(400).doesNotHaveDuplicates();
	}

	/** As texts, 10000 would come before 9999. */
	@Test
	void readsOnWhereTransactionNumbersGetAnotherDigit() {
		long base = 1_000_000_000L - 10 - database.jdbc.queryForObject("select pg_current_xact_id()::text::bigint", Long.class);
		database.jdbc.update("update dossier.numbering set base = ?", base);
		database.jdbc.execute("alter table dossier.event alter column tx set default ((pg_current_xact_id()::text::bigint + " + base + ")::text::xid8)");
		for (int number = 1; number <= 20; number++) {
			append(database.jdbc, number);
		}
		assertThat(database.jdbc.queryForObject("select count(distinct length(tx::text)) from dossier.event", Long.class)).isEqualTo(2);
		while (read.size() < 20) {
			reader.read("test", 3, events -> events.forEach(event -> read.add(event.code())));
		}
		assertThat(read).doesNotHaveDuplicates();
		assertThat(read.getFirst()).isEqualTo(SampleEvents.code(1));
		assertThat(read.getLast()).isEqualTo(SampleEvents.code(20));
	}

	/** A dump carries rows, not the server's count of transactions: another server numbers from the beginning again. */
	@Test
	void goesOnByItselfOnAnotherServerThatADumpIsRestoredOn() throws Exception {
		OtherServer.count(database.connections, 5_000);
		append(database.jdbc, 1);
		readUntil(1);
		append(database.jdbc, 2);
		try (LedgerDatabase dumped = database) {
			open(new LedgerDatabase(OtherServer.properties()));
			OtherServer.restore(dumped.connections, database.connections, "dossier.event", "dossier.dossier", "dossier.checkpoint");
			database.jdbc.queryForObject("select setval('dossier.event_number', 2)", Long.class);
		}
		database.migrate();
		append(database.jdbc, 3);
		readUntil(3);
		assertThat(read).containsExactly(SampleEvents.code(1), SampleEvents.code(2), SampleEvents.code(3));
	}

	@Test
	void aConsumerThatFailsGetsTheSameEventsAgain() {
		append(database.jdbc, 1);
		assertThatThrownBy(() -> {
			while (reader.read("test", 10, _ -> {
				throw new IllegalStateException("down");
			}) == 0) {
				Thread.onSpinWait();
			}
		}).hasMessage("down");
		readUntil(1);
		reader.rewind("test");
		readUntil(2);
		assertThat(read).containsExactly(SampleEvents.code(1), SampleEvents.code(1));
	}

}
