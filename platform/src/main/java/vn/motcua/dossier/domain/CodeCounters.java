package vn.motcua.dossier.domain;

import java.time.LocalDate;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.AgencyId;

/**
 * Next free daily numbers, in transactions of their own on connections of their own: a submission that already holds a
 * connection of the common pool never waits for a second one of it, so the pool cannot lock itself up.
 */
@Component
class CodeCounters {

	private static final String TAKE = """
			insert into dossier.code_counter as counter (agency, day, next) values (?, ?, 1 + ?)
			on conflict (agency, day) do update set next = counter.next + ?
			returning next""";

	private final HikariDataSource connections;

	private final JdbcTemplate jdbc;

	CodeCounters(@Value("${motcua.database.url}") String url, @Value("${motcua.database.user}") String user,
			@Value("${motcua.database.password}") String password) {
		HikariConfig config = new HikariConfig();
		config.setPoolName("dossier-codes");
		config.setJdbcUrl(url);
		config.setUsername(user);
		config.setPassword(password);
		config.setMaximumPoolSize(2);
		config.setMinimumIdle(0);
		config.setConnectionTimeout(10_000);
		config.setInitializationFailTimeout(-1);
		config.addDataSourceProperty("ApplicationName", "motcua dossier codes");
		config.addDataSourceProperty("logServerErrorDetail", "false");
		this.connections = new HikariDataSource(config);
		this.jdbc = new JdbcTemplate(connections);
	}

	/** First of {@code count} numbers that nobody else gets. */
	int take(AgencyId agency, LocalDate day, int count) {
		Integer next = jdbc.queryForObject(TAKE, Integer.class, agency.value(), day, count, count);
		if (next == null) {
			throw new IllegalStateException("no number came back");
		}
		return next - count;
	}

	@PreDestroy
	void close() {
		connections.close();
	}

}
