package vn.motcua;

import java.time.Clock;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.kernel.calendar.ToldTime;

/** The one database: its tables are made before anybody gets a connection, by the start already ({@link Database}) or here. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	@Bean(destroyMethod = "close")
	HikariDataSource dataSource(@Value("${motcua.database.url}") String url, @Value("${motcua.database.user}") String user,
			@Value("${motcua.database.password}") String password, @Value("${motcua.database.connections}") int connections,
			@Value("${motcua.database.migrated:false}") boolean migrated) {
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
		if (!migrated) {
			Migrations.run(dataSource);
		}
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

}
