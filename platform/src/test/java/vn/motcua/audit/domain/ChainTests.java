package vn.motcua.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.OtherServer;
import vn.motcua.TestDatabase;
import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail.Verification;
import vn.motcua.kernel.Actor;

/** Whoever changes the record behind the platform's back is found out. */
class ChainTests {

	@TempDir
	Path data;

	private PGSimpleDataSource database;

	private JdbcClient sql;

	private AccessStore store;

	private Sealer sealer;

	private ChainCheck check;

	@BeforeEach
	void record() {
		open(TestDatabase.roomOf("audit"));
		recordAndSeal();
	}

	private void open(Map<String, Object> properties) {
		database = TestDatabase.connections(properties);
		migrate();
		sql = JdbcClient.create(database);
		store = new AccessStore(sql);
		SealStore seals = new SealStore(sql, new JdbcTemplate(database));
		HeadFile head = new HeadFile(data);
		JdbcTransactionManager transactions = new JdbcTransactionManager(database);
		sealer = new Sealer(seals, head, new TransactionTemplate(transactions), Clock.systemUTC(), true);
		check = new ChainCheck(seals, head, transactions);
	}

	/** What every start does before anything is written. */
	private void migrate() {
		TestDatabase.migrate(database, "audit");
	}

	private void recordAndSeal() {
		for (int batch = 0; batch < 3; batch++) {
			for (int row = 0; row < 5; row++) {
				store.insert(Clock.systemUTC().instant(), access("000.00.14.H26-261122-000" + row));
			}
			sealer.seal();
		}
	}

	@Test
	void isIntactAsWritten() {
		assertThat(check.run()).isEqualTo(new Verification(15, 0, null));
	}

	@Test
	void countsWhatIsNotSealedYet() {
		store.insert(Clock.systemUTC().instant(), access("later"));
		assertThat(check.run()).isEqualTo(new Verification(15, 1, null));
	}

	/** A dump carries rows, not the server's count of transactions: another server numbers from the beginning again. */
	@Test
	void goesOnByItselfOnAnotherServerThatADumpIsRestoredOn() throws Exception {
		OtherServer.count(database, 5_000);
		recordAndSeal();
		store.insert(Clock.systemUTC().instant(), access("not sealed before the dump"));
		PGSimpleDataSource dumped = database;
		open(OtherServer.properties());
		OtherServer.restore(dumped, database, "audit.access", "audit.seal");
		sql.sql("select setval(pg_get_serial_sequence('audit.access', 'number'), (select max(number) from audit.access))").query(Long.class).single();
		migrate();
		recordAndSeal();
		assertThat(check.run()).isEqualTo(new Verification(46, 0, null));
	}

	@Test
	void anOrdinaryStartLeavesTheNumberingAlone() {
		migrate();
		assertThat(sql.sql("select base from audit.numbering").query(Long.class).single()).isZero();
	}

	@Test
	void findsAnAlteredRow() {
		sql.sql("update audit.access set actor_name = 'Somebody else' where number = 7").update();
		assertThat(check.run().finding()).contains("seal 2").contains("altered");
	}

	@Test
	void findsARemovedRow() {
		sql.sql("delete from audit.access where number = 7").update();
		assertThat(check.run().finding()).contains("seal 2").contains("removed");
	}

	@Test
	void findsAnInsertedRow() {
		sql.sql("""
				insert into audit.access (transaction, at, actor_kind, actor_account, actor_name, action, object, purpose)
				select transaction, at, actor_kind, actor_account, actor_name, action, 'forged', purpose from audit.access where number = 7
				""").update();
		assertThat(check.run().finding()).contains("seal 2").contains("inserted");
	}

	@Test
	void findsRowsExchangedForOthers() {
		sql.sql("update audit.access set object = case number when 7 then 'a' else 'b' end where number in (7, 8)").update();
		assertThat(check.run().finding()).contains("seal 2");
	}

	@Test
	void findsARemovedSealWithItsRows() {
		sql.sql("delete from audit.access where number between 6 and 10").update();
		sql.sql("delete from audit.seal where number = 2").update();
		assertThat(check.run().finding()).contains("seal 2").contains("missing");
	}

	@Test
	void findsACutOffEnd() {
		sql.sql("delete from audit.access where number > 10").update();
		sql.sql("delete from audit.seal where number = 3").update();
		assertThat(check.run().finding()).contains("seal 3").contains("cut off");
	}

	@Test
	void findsARewrittenEnd() {
		sql.sql("update audit.seal set digest = sha256('forged') where number = 3").update();
		assertThat(check.run().finding()).contains("seal 3");
	}

	/** The number was given before another row was sealed, the commit came after: the row waits for the next seal. */
	@Test
	void sealsARowThatCommitsLate() throws SQLException {
		try (Connection slow = database.getConnection()) {
			slow.setAutoCommit(false);
			new AccessStore(JdbcClient.create(new org.springframework.jdbc.datasource.SingleConnectionDataSource(slow, true)))
				.insert(Clock.systemUTC().instant(), access("slow"));
			store.insert(Clock.systemUTC().instant(), access("quick"));
			sealer.seal();
			assertThat(check.run()).isEqualTo(new Verification(15, 1, null));
			slow.commit();
		}
		sealer.seal();
		assertThat(check.run()).isEqualTo(new Verification(17, 0, null));
	}

	private static AccessRecord access(String object) {
		return new AccessRecord(Actor.platform(), AuditAction.DOSSIER_VIEWED, object, "001192004381", "audit.purpose.supervision");
	}

}
