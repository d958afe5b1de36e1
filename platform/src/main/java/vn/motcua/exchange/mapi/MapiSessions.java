package vn.motcua.exchange.mapi;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.exchange.participant.Gate;
import vn.motcua.exchange.sync.CurrentCall;
import vn.motcua.identity.SystemTokens;
import vn.motcua.identity.SystemTokens.Issued;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.Sha256;
import vn.motcua.kernel.access.Permission;

/** Sessions of the older interface: a short word, because clients keep it in a short column, that stands for a token of the authorization server. */
@Component
class MapiSessions {

	private static final String OPEN = "insert into exchange.session (digest, token, expires_at) values (:digest, :token, :until)";

	private static final String FIND = "select token from exchange.session where digest = :digest and expires_at > :now";

	private static final String FORGET = "delete from exchange.session where expires_at < :now";

	private static final int WORD_BYTES = 32;

	private static final int LONGEST = 100;

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient sql;

	private final ObjectProvider<SystemTokens> tokens;

	private final Gate gate;

	private final Clock clock;

	private final boolean work;

	MapiSessions(JdbcClient sql, ObjectProvider<SystemTokens> tokens, Gate gate, Clock clock, @Value("${motcua.work}") boolean work) {
		this.sql = sql;
		this.tokens = tokens;
		this.gate = gate;
		this.clock = clock;
		this.work = work;
	}

	/** Empty when user and password are no system's client id and secret. */
	Optional<String> open(String user, String password) {
		Optional<Issued> issued = tokens.getObject().issue(user, password);
		issued.flatMap(token -> tokens.getObject().actor(token.token())).ifPresent(this::entered);
		return issued.map(token -> {
			byte[] bytes = new byte[WORD_BYTES];
			random.nextBytes(bytes);
			String session = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
			sql.sql(OPEN).param("digest", Sha256.of(session)).param("token", token.token()).param("until", token.expiresAt().atOffset(ZoneOffset.UTC)).update();
			return session;
		});
	}

	/** Signing in counts as a call too: each costs the check of a secret and a row. */
	private Actor entered(Actor system) {
		CurrentCall.current().ifPresent(call -> call.sender(system));
		gate.enter(system);
		return system;
	}

	/** The system whose session it is; a secret that was changed ends it, and a system that takes no part, or calls too often, is refused. */
	Actor actor(@Nullable String session) {
		if (session == null || session.length() > LONGEST) {
			throw new MapiRefusal(MapiCode.SESSION);
		}
		Actor actor = sql.sql(FIND).param("digest", Sha256.of(session)).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(String.class).optional()
			.flatMap(token -> tokens.getObject().actor(token)).filter(known -> known.may(Permission.SYNC)).orElseThrow(() -> new MapiRefusal(MapiCode.SESSION));
		return entered(actor);
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
	void forget() {
		if (work) {
			sql.sql(FORGET).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
		}
	}

}
