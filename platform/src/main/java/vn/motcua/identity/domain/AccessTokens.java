package vn.motcua.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import vn.motcua.identity.IdentityProblem;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;

/** Tokens that people make for their own programs, and the list of tokens that no longer count. */
@Service
public class AccessTokens {

	/** Claim that tells a token for our interfaces from an identity token, with its only value. */
	public static final String USE = "use";

	public static final String API = "api";

	public static final String AGENCY = "agency";

	/** Scope that opens everything the account may do. */
	public static final String SCOPE = "dossier";

	public static final int MOST = 20;

	public static final Duration LONGEST = Duration.ofDays(30);

	private static final Duration REVOCATION_SEEN_WITHIN = Duration.ofSeconds(30);

	private final TokenStore store;

	private final SigningKey signing;

	private final Clock clock;

	private final boolean work;

	private final Recent<String, Boolean> revoked;

	AccessTokens(TokenStore store, SigningKey signing, Clock clock, @Value("${motcua.work}") boolean work) {
		this.store = store;
		this.signing = signing;
		this.clock = clock;
		this.work = work;
		this.revoked = new Recent<>(clock, REVOCATION_SEEN_WITHIN, 50_000);
	}

	/** @param agency number of the agency an officer's token acts for */
	public record Token(UUID id, String name, @Nullable Integer agency, Instant createdAt, Instant expiresAt) {
	}

	/** A new token, in the only moment it can be read. */
	public String issue(Actor actor, String name, Duration life) {
		Instant now = clock.instant();
		if (store.live(actor.account(), now).size() >= MOST) {
			throw new ProblemException(IdentityProblem.TOO_MANY_TOKENS, "max", MOST);
		}
		Duration bounded = life.compareTo(LONGEST) > 0 ? LONGEST : life;
		Integer agency = actor.agency() == null ? null : actor.agency().value();
		TokenStore.Row row = new TokenStore.Row(UUID.randomUUID(), name, agency, now, now.plus(bounded));
		store.insert(actor.account(), row);
		return signed(actor.account(), row);
	}

	public List<Token> of(UUID account) {
		return store.live(account, clock.instant()).stream()
			.map(row -> new Token(row.id(), row.name(), row.agency(), row.createdAt(), row.expiresAt())).toList();
	}

	/** False when it is not a token of that account, or not any more. */
	public boolean revoke(UUID account, UUID token) {
		revoked.forget(token.toString());
		return store.revoke(account, token, clock.instant());
	}

	/** After a change of the password nothing made before it counts. */
	public void revokeAll(UUID account) {
		of(account).forEach(token -> revoked.forget(token.id().toString()));
		store.revokeAll(account, clock.instant());
	}

	/** A token of the authorization server that its holder gave back. */
	public void revoke(String id, Instant expiresAt) {
		revoked.forget(id);
		store.revoked(id, expiresAt);
	}

	public boolean isRevoked(String id) {
		return revoked.get(id, token -> Optional.of(store.isRevoked(token))).orElse(false);
	}

	@Scheduled(fixedDelay = 3_600_000, initialDelay = 180_000)
	void forget() {
		if (work) {
			store.forget(clock.instant());
		}
	}

	private String signed(UUID account, TokenStore.Row row) {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().jwtID(row.id().toString()).subject(account.toString()).claim(USE, API)
			.claim("scope", SCOPE).claim(AGENCY, row.agency()).issueTime(Date.from(row.createdAt())).expirationTime(Date.from(row.expiresAt()))
			.build();
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signing.key().getKeyID()).build(), claims);
			token.sign(new RSASSASigner(signing.key()));
			return token.serialize();
		}
		catch (JOSEException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
