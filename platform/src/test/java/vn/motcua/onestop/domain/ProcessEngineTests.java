package vn.motcua.onestop.domain;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

	@Test
	void startsProcessesByTheHundredPerSecond() throws InterruptedException {
		ProcessEngine engine = engine();
		BareProcessStart bare = new BareProcessStart(engine, new JdbcTemplate(dataSource));
		bare.start();
		double perSecond = 0;
		for (int round = 0; round < 2; round++) {
			perSecond = rate(bare, 8, 50);
		}
		assertThat(perSecond).isGreaterThan(10);
		bare.clear();
		assertThat(new JdbcTemplate(dataSource).queryForObject("select count(*) from flowable.act_ru_task", Integer.class)).isZero();
		engine.close();
	}

	private static double rate(BareProcessStart bare, int threads, int each) throws InterruptedException {
		CountDownLatch done = new CountDownLatch(threads);
		long started = System.nanoTime();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int thread = 0; thread < threads; thread++) {
				executor.submit(() -> {
					for (int i = 0; i < each; i++) {
						bare.start();
					}
					done.countDown();
				});
			}
			done.await();
		}
		return threads * each / ((System.nanoTime() - started) / 1e9);
	}

	private static ProcessEngine engine() {
		return ProcessEngineConfiguration.engine(dataSource, new DataSourceTransactionManager(dataSource));
	}

}
