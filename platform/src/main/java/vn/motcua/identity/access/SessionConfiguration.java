package vn.motcua.identity.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sessions in the database, so that they survive a restart and any node can serve them. Reading one is one statement; that it
 * was used is written at most once a minute.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "identity.session", maxInactiveIntervalInSeconds = 1800, cleanupCron = "0 */5 * * * *")
class SessionConfiguration {

	private static final int USED_AGAIN_MS = 60_000;

	private static final String UPDATE = """
			update identity.session s set session_id = n.session_id, last_access_time = n.last_access_time,
				max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time, principal_name = n.principal_name
			from (select ?::char(36) as session_id, ?::bigint as last_access_time, ?::int as max_inactive_interval, ?::bigint as expiry_time,
				?::varchar as principal_name, ?::char(36) as primary_id) n
			where s.primary_id = n.primary_id and (s.session_id <> n.session_id or s.principal_name is distinct from n.principal_name
				or s.max_inactive_interval <> n.max_inactive_interval or s.last_access_time < n.last_access_time - %d)
			""".formatted(USED_AGAIN_MS);

	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionStatements() {
		return sessions -> sessions.setUpdateSessionQuery(UPDATE);
	}

	/** Each statement stands for itself; a session is one row and a few small values. */
	@Bean
	TransactionOperations springSessionTransactionOperations() {
		return TransactionOperations.withoutTransaction();
	}

	@Bean
	CookieSerializer sessionCookie() {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName("phien");
		cookie.setCookiePath("/");
		cookie.setUseHttpOnlyCookie(true);
		cookie.setSameSite("Lax");
		cookie.setUseBase64Encoding(false);
		return cookie;
	}

}
