package vn.motcua.identity.oauth;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.identity.IdentityProblem;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Programs with secrets, which run at agencies. */
@Service
class SystemClients implements SystemPrograms {

	private static final int SECRET_BYTES = 32;

	private static final int SHOWN = 4;

	private final SystemClientStore store;

	private final LiveTokens tokens;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	SystemClients(SystemClientStore store, LiveTokens tokens, Clock clock) {
		this.store = store;
		this.tokens = tokens;
		this.clock = clock;
	}

	@Override
	public List<Known> all() {
		return store.all();
	}

	@Override
	public void add(String clientId, String name, AgencyId agency) {
		if (!SystemPrograms.isClientId(clientId) || !store.insert(clientId, name, agency, true)) {
			throw new ProblemException(IdentityProblem.CLIENT_EXISTS);
		}
	}

	@Override
	public void allowReporting(String clientId) {
		store.allowReporting(clientId);
	}

	@Override
	public void resume(String clientId) {
		store.resume(clientId);
	}

	@Override
	@Transactional
	public void suspend(String clientId) {
		store.suspend(clientId);
		tokens.end(id(clientId));
	}

	@Override
	@Transactional
	public void close(String clientId) {
		store.close(clientId);
		tokens.end(id(clientId));
	}

	@Override
	public List<Secret> secrets(String clientId) {
		return store.secrets(clientId);
	}

	@Override
	@Transactional
	public String addSecret(String clientId, Duration grace) {
		UUID client = store.lock(clientId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		if (store.secrets(clientId).size() >= MOST_SECRETS) {
			throw new ProblemException(IdentityProblem.TOO_MANY_SECRETS);
		}
		String secret = secret();
		store.endLater(client, clock.instant().plus(grace));
		store.insertSecret(client, EitherSecret.ofRandom(secret), secret.substring(0, SHOWN));
		return secret;
	}

	@Override
	@Transactional
	public void endSecret(String clientId, UUID secret) {
		UUID client = id(clientId);
		if (!store.endSecret(client, secret)) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		tokens.end(client);
	}

	@Override
	public List<String> certificates(String clientId) {
		return store.certificates(clientId);
	}

	@Override
	@Transactional
	public void bind(String clientId, List<String> certificates) {
		if (certificates.size() > MOST_CERTIFICATES) {
			throw new ProblemException(IdentityProblem.TOO_MANY_CERTIFICATES);
		}
		store.bind(clientId, certificates);
		tokens.end(id(clientId));
	}

	private UUID id(String clientId) {
		return store.find(clientId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	private String secret() {
		byte[] bytes = new byte[SECRET_BYTES];
		random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
