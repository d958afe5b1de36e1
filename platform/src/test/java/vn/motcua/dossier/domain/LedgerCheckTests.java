package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import vn.motcua.dossier.DossierEvent;

class LedgerCheckTests {

	private static final String ROWS = "select * from dossier.dossier order by received_on, code";

	private final ByteArrayOutputStream said = new ByteArrayOutputStream();

	private LedgerDatabase database;

	private LedgerCommand command;

	@BeforeEach
	void fill() {
		database = new LedgerDatabase();
		LedgerPartitions partitions = new LedgerPartitions(database.jdbc, java.time.Clock.systemUTC());
		List<DossierEvent> events = new ArrayList<>();
		for (int i = 1; i <= 60; i++) {
			events.addAll(SampleEvents.wholeLife(SampleEvents.code(i)).subList(0, 1 + i % 7));
		}
		new BulkAppend(database.jdbc, database.transactions, partitions).append(events);
		command = new LedgerCommand(new LedgerCheck(database.connections));
	}

	@AfterEach
	void close() {
		database.close();
	}

	private int run(String word) {
		said.reset();
		return command.run(List.of(word), new PrintStream(said, true, StandardCharsets.UTF_8));
	}

	@Test
	void findsNothingInAnUntouchedLedger() {
		assertThat(run("verify")).as(said.toString(StandardCharsets.UTF_8)).isZero();
	}

	@Test
	void findsDamagedRowsAndHealsThemToIdenticalOnes() {
		List<Map<String, Object>> before = database.jdbc.queryForList(ROWS);
		database.jdbc.update("update dossier.dossier set status = 10, due_at = now() where code = ?", SampleEvents.code(7).value());
		database.jdbc.update("update dossier.dossier set detail = jsonb_set(detail, '{paidVnd}', '5') where code = ?", SampleEvents.code(8).value());
		database.jdbc.update("delete from dossier.dossier where code = ?", SampleEvents.code(9).value());
		database.jdbc.update("update dossier.dossier set code = '000.00.14.H26-200819-9999' where code = ?", SampleEvents.code(10).value());
		assertThat(run("verify")).isEqualTo(1);
		assertThat(said.toString(StandardCharsets.UTF_8)).contains("200819-0007: status, due_at differ", "200819-0008: detail differ", "200819-0009: no row",
				"200819-0010: no row", "200819-9999: a row without events");
		assertThat(run("rebuild")).isZero();
		assertThat(run("verify")).isZero();
		assertThat(database.jdbc.queryForList(ROWS).toString()).isEqualTo(before.toString());
	}

	@Test
	void listsTheFirstTwentyAndCountsAll() {
		database.jdbc.update("update dossier.dossier set status = 8");
		assertThat(run("verify")).isEqualTo(1);
		assertThat(said.toString(StandardCharsets.UTF_8).lines().count()).isEqualTo(LedgerCheck.TOLD + 1);
	}

	@Test
	void wrongWordIsNotRun() {
		assertThat(run("repair")).isEqualTo(2);
	}

}
