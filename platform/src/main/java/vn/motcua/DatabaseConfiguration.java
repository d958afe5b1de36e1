package vn.motcua;

import java.time.Clock;
import java.util.List;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.kernel.calendar.ToldTime;

/** The one database: migrated module by module, each in its own schema, before anybody gets a connection. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	/** Modules that own tables, from the ground up. */
	static final List<String> SCHEMAS = List.of("agency", "audit", "file", "notification", "identity", "catalogue", "dossier", "onestop", "exchange", "reporting");

	@Bean(destroyMethod = "close")
	HikariDataSource dataSource(@Value("${motcua.database.url}") String url, @Value("${motcua.database.user}") String user,
			@Value("${motcua.database.password}") String password, @Value("${motcua.database.connections}") int connections) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url);
		config.setUsername(user);
		config.setPassword(password);
		config.setMaximumPoolSize(connections);
		config.setMinimumIdle(4);
		config.setAutoCommit(true);
		config.setConnectionTimeout(10_000);
		config.setConnectionInitSql("set search_path to flowable");
		config.addDataSourceProperty("reWriteBatchedInserts", "true");
		config.addDataSourceProperty("prepareThreshold", "3");
		config.addDataSourceProperty("ApplicationName", "motcua");
		// the detail of a refused row holds its values, which belong in no log
		config.addDataSourceProperty("logServerErrorDetail", "false");
		config.addDataSourceProperty("tcpKeepAlive", "true");
		HikariDataSource dataSource = new HikariDataSource(config);
		migrate(dataSource);
		return dataSource;
	}

	/** Named here because the one that sessions bring would keep the framework from offering it. */
	@Bean
	@Primary
	TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
		return new TransactionTemplate(transactions);
	}

	/** Only a demonstration tells of another time than now. */
	@Bean
	Clock clock(@Value("${motcua.demo}") boolean demo) {
		return demo ? new ToldTime(Clock.systemUTC()) : Clock.systemUTC();
	}

	/** A room is built by several people at once: a lower number may come after a higher one. */
	private static void migrate(HikariDataSource dataSource) {
		for (String schema : SCHEMAS) {
			if (DatabaseConfiguration.class.getResource("/db/migration/" + schema) != null) {
				Flyway.configure().dataSource(dataSource).schemas(schema).defaultSchema(schema).locations("classpath:db/migration/" + schema)
					.failOnMissingLocations(true).load().migrate();
			}
		}
	}

}
