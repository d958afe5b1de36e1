package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Partitions are made while others read and write. */
class LedgerPartitionsTests {

	private static final YearMonth MONTH = YearMonth.of(2019, 3);

	private static final LedgerDatabase DATABASE = new LedgerDatabase();

	@AfterAll
	static void close() {
		DATABASE.close();
	}

	@Test
	@Timeout(60)
	void aNewMonthGivesWayToWhoReadsBothTables() throws Exception {
		LedgerPartitions partitions = new LedgerPartitions(DATABASE.jdbc, Clock.systemUTC());
		try (Connection reader = DATABASE.connections.getConnection(); Statement statement = reader.createStatement()) {
			reader.setAutoCommit(false);
			statement.execute("select count(*) from dossier.dossier");
			CompletableFuture<Void> made = CompletableFuture.runAsync(() -> partitions.ensure(Set.of(MONTH)));
			while (DATABASE.jdbc.queryForObject("select count(*) from pg_locks where not granted and relation in ('dossier.dossier'::regclass, 'dossier.dossier_other'::regclass)", Integer.class) == 0) {
				Thread.onSpinWait();
			}
			statement.execute("select count(*) from dossier.event");
			reader.commit();
			made.get(60, TimeUnit.SECONDS);
		}
		assertThat(DATABASE.jdbc.queryForObject("select to_regclass('dossier.event_2019_03') is not null and to_regclass('dossier.dossier_2019_03') is not null",
				Boolean.class)).isTrue();
	}

	@Test
	@Timeout(120)
	void severalBatchesOpenTheSameMonthsAtOnce() throws Exception {
		LedgerPartitions partitions = new LedgerPartitions(DATABASE.jdbc, Clock.systemUTC());
		List<CompletableFuture<Void>> batches = new ArrayList<>();
		for (int batch = 0; batch < 6; batch++) {
			batches.add(CompletableFuture.runAsync(() -> {
				for (int month = 1; month <= 12; month++) {
					partitions.ensure(Set.of(YearMonth.of(2018, month)));
				}
			}));
		}
		for (CompletableFuture<Void> batch : batches) {
			batch.get(100, TimeUnit.SECONDS);
		}
		assertThat(DATABASE.jdbc.queryForObject("select count(*) from pg_class where relkind = 'r' and relname like 'event_2018%'", Integer.class)).isEqualTo(12);
	}

}
