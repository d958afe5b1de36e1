package vn.motcua.dossier.domain;

import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.TestDatabase;

/** The tables of the ledger alone in a database of their own, for tests that need no more of the program. */
final class LedgerDatabase implements AutoCloseable {

	final HikariDataSource connections = new HikariDataSource();

	final JdbcTemplate jdbc;

	final TransactionTemplate transactions;

	final Map<String, Object> properties;

	LedgerDatabase() {
		this(TestDatabase.roomOf("dossier"));
	}

	LedgerDatabase(Map<String, Object> properties) {
		this.properties = properties;
		connections.setJdbcUrl((String) properties.get("motcua.database.url"));
		connections.setUsername((String) properties.get("motcua.database.user"));
		connections.setPassword((String) properties.get("motcua.database.password"));
		connections.addDataSourceProperty("reWriteBatchedInserts", "true");
		connections.setMaximumPoolSize(16);
		connections.setMinimumIdle(1);
		migrate();
		jdbc = new JdbcTemplate(connections);
		transactions = new TransactionTemplate(new DataSourceTransactionManager(connections));
	}

	/** What every start does before anything is written. */
	void migrate() {
		TestDatabase.migrate(connections, "dossier");
	}

	CodeCounters counters() {
		return new CodeCounters((String) properties.get("motcua.database.url"), (String) properties.get("motcua.database.user"),
				(String) properties.get("motcua.database.password"));
	}

	@Override
	public void close() {
		connections.close();
	}

}
