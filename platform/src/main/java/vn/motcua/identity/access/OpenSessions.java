package vn.motcua.identity.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Sha256;

/** Where an account is signed in, and how to end that. */
@Component
public class OpenSessions {

	private static final int SHOWN = 30;

	private static final int MOST = 1_000;

	private static final String END_OLDEST = """
			delete from identity.session where primary_id in (
				select primary_id from identity.session where principal_name = :account order by last_access_time desc offset :most)
			""";

	private static final String END_OTHERS = "delete from identity.session where principal_name = :account and session_id <> :kept";

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final JdbcClient sql;

	OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient sql) {
		this.sessions = sessions;
		this.sql = sql;
	}

	/** @param reference names the session without giving it away */
	public record Open(String reference, String device, Instant since, Instant lastUsed, boolean current) {
	}

	/** The last used first. */
	public List<Open> of(UUID account, String currentId) {
		return sessions.findByPrincipalName(account.toString()).values().stream().map(session -> open(session, currentId))
			.sorted(Comparator.comparing(Open::current).thenComparing(Open::lastUsed).reversed()).limit(SHOWN).toList();
	}

	public void end(UUID account, String reference) {
		sessions.findByPrincipalName(account.toString()).keySet().stream().filter(id -> reference(id).equals(reference)).findFirst()
			.ifPresent(sessions::deleteById);
	}

	/** Ends every session of the account but the one that asks; an empty id ends all. */
	public void endOthers(UUID account, String currentId) {
		sql.sql(END_OTHERS).param("account", account.toString()).param("kept", currentId).update();
	}

	/** Keeps what one account can hold open within bounds. */
	void endOldest(UUID account) {
		sql.sql(END_OLDEST).param("account", account.toString()).param("most", MOST).update();
	}

	private static Open open(Session session, String currentId) {
		String device = session.getAttribute(SignedIn.DEVICE);
		return new Open(reference(session.getId()), device == null ? "" : device, session.getCreationTime(), session.getLastAccessedTime(),
				session.getId().equals(currentId));
	}

	private static String reference(String id) {
		return Sha256.of(id).substring(0, 24);
	}

}
