package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.ValueSource;

/** Two wait for each other, and the one that saves a cell has to give way: it is saved all the same. */
@MotCuaTest
class DeadlockTests {

	@Autowired
	private BeanFactory program;

	@Autowired
	private Sheets sheets;

	@Autowired
	private DataSource connections;

	@Test
	void aCellThatHadToGiveWayIsSavedOnce() throws Exception {
		EntryFixture fixture = EntryFixture.open(program, "THU.NHAP.KHOA");
		SheetKey key = fixture.key();
		int place = program.getBean(Cells.class).find(key.regime(), new IndicatorCode("TTHC0103"), new Breakdown("LV=G02")).orElseThrow().position();
		sheets.save(key, List.of(new CellChange(place, new BigDecimal(1), null)), ValueSource.TYPED, fixture.clerk);
		int before = sheets.sheet(key).version();
		ReportForm form = program.getBean(ReportForms.class).of(key);
		try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor(); Connection first = connections.getConnection(); Connection second = connections.getConnection()) {
			first.setAutoCommit(false);
			second.setAutoCommit(false);
			hold(first, "select from reporting.sheet where (regime, period, agency) = (?, ?, ?) for update", key);
			hold(second, "select from reporting.obligation where (regime, period, agency) = (?, ?, ?) for update", key);
			Future<EntryDesk.Outcome> saving = CompletableFuture.supplyAsync(() -> program.getBean(EntryDesk.class).save(form,
					EntryDesk.Changes.cells(List.of(new CellChange(place, new BigDecimal(2), before))), ValueSource.TYPED, fixture.clerk), others);
			awaitWaitingFor(first);
			// Whoever saves holds the report by now; the second waits for that, and never looks for a circle itself.
			execute(second, "set local deadlock_timeout = '10min'");
			Future<?> waiting = CompletableFuture.runAsync(() -> holdReport(second, key), others);
			awaitWaiting(second);
			first.commit();
			waiting.get(30, TimeUnit.SECONDS);
			second.commit();
			assertThat(saving.get(30, TimeUnit.SECONDS).whole()).isTrue();
		}
		assertThat(sheets.sheet(key).amounts().get(place)).isEqualByComparingTo("2");
		assertThat(sheets.sheet(key).version()).isEqualTo(before + 1);
	}

	private void awaitWaitingFor(Connection holder) throws SQLException {
		int pid = pid(holder);
		await().until(() -> counted("select count(*) from pg_stat_activity where ? = any (pg_blocking_pids(pid))", pid) > 0);
	}

	private void awaitWaiting(Connection waiter) throws SQLException {
		int pid = pid(waiter);
		await().until(() -> counted("select cardinality(pg_blocking_pids(?))", pid) > 0);
	}

	private int counted(String query, int pid) throws SQLException {
		try (Connection connection = connections.getConnection(); PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setInt(1, pid);
			return number(statement);
		}
	}

	private static int pid(Connection connection) throws SQLException {
		return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
	}

	private static int number(PreparedStatement statement) throws SQLException {
		try (ResultSet row = statement.executeQuery()) {
			row.next();
			return row.getInt(1);
		}
	}

	private static void execute(Connection connection, String command) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(command);
		}
	}

	private static void hold(Connection connection, String query, SheetKey key) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setInt(1, key.regime());
			statement.setObject(2, key.period());
			statement.setInt(3, key.agency().value());
			statement.execute();
		}
	}

	/** As {@link EntryDesk} does first. */
	private static void holdReport(Connection connection, SheetKey key) {
		try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_xact_lock(?, hashtext(?))")) {
			statement.setInt(1, key.regime());
			statement.setString(2, key.period() + " " + key.agency());
			statement.execute();
		}
		catch (SQLException refused) {
			throw new IllegalStateException(refused);
		}
	}

}
