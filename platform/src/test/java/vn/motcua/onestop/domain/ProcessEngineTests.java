package vn.motcua.onestop.domain;

import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.flowable.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import vn.motcua.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine alone on an empty database. */
class ProcessEngineTests {

	private static HikariDataSource dataSource;

	@BeforeAll
	static void database() {
		Map<String, Object> properties = TestDatabase.properties();
		dataSource = new HikariDataSource();
		dataSource.setJdbcUrl((String) properties.get("motcua.database.url"));
		dataSource.setUsername((String) properties.get("motcua.database.user"));
		dataSource.setPassword((String) properties.get("motcua.database.password"));
		dataSource.setMaximumPoolSize(16);
		dataSource.setConnectionInitSql("set search_path to flowable");
		dataSource.addDataSourceProperty("prepareThreshold", "3");
		new JdbcTemplate(dataSource).execute("create schema flowable");
	}

	@AfterAll
	static void close() {
		dataSource.close();
	}

	@Test
	void makesItsTablesOnceAndThenStartsWithoutLookingAtEach() {
		engine().close();
		long started = System.nanoTime();
		ProcessEngine engine = engine();
		long tookMs = (System.nanoTime() - started) / 1_000_000;
		assertThat(new JdbcTemplate(dataSource).queryForObject("select count(*) from information_schema.tables where table_schema = 'flowable' and table_name like 'act_ru%'", Integer.class))
			.isPositive();
		assertThat(tookMs).as("ms to start on a database that has the tables").isLessThan(10_000);
		engine.close();
	}

	private static ProcessEngine engine() {
		return ProcessEngineConfiguration.engine(dataSource, new DataSourceTransactionManager(dataSource));
	}

}
