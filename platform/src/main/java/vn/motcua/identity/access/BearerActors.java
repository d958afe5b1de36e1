package vn.motcua.identity.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

import vn.motcua.identity.SystemPrograms;
import vn.motcua.identity.domain.AccessTokens;
import vn.motcua.identity.domain.AccountRegistry;
import vn.motcua.identity.domain.Recent;
import vn.motcua.identity.domain.SigningKey;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;

/**
 * Who a bearer token stands for. The signature is checked in process, once in five minutes; how long the token counts, each time;
 * the account's permissions and whether the token was revoked are remembered for less than a minute.
 */
@Component
public class BearerActors {

	/** What a system's token opens, by its scope. */
	private static final Map<String, Set<Permission>> SCOPES = Map.of("sync", Set.of(Permission.SYNC), "reporting",
			Set.of(Permission.REPORT_VIEW, Permission.REPORT_FILL));

	/** Programs send one token with every call; its signature need not be computed each time. */
	private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(5);

	private static final int MOST_READ = 2_000;

	private final JwtDecoder decoder;

	private final JwtTimestampValidator times = new JwtTimestampValidator();

	/** Tokens that are ours; what is not is read each time it comes. */
	private final Recent<String, Jwt> read;

	private final AccessTokens tokens;

	private final AccountRegistry accounts;

	BearerActors(SigningKey signing, AccessTokens tokens, AccountRegistry accounts, Clock clock) throws JOSEException {
		this.decoder = NimbusJwtDecoder.withPublicKey(signing.key().toRSAPublicKey()).build();
		this.tokens = tokens;
		this.accounts = accounts;
		times.setClock(clock);
		this.read = new Recent<>(clock, READ_AGAIN_AFTER, MOST_READ);
	}

	/**
	 * Empty when the token is not ours, expired, revoked, of a closed account or not meant for the interfaces, or is bound to a
	 * certificate other than the caller's.
	 * @param certificate thumbprint of the one the caller proved to hold
	 */
	public Optional<Actor> actor(String token, @Nullable String certificate) {
		Jwt jwt = read(token);
		if (jwt == null || times.validate(jwt).hasErrors()) {
			return Optional.empty();
		}
		if (!AccessTokens.API.equals(jwt.getClaims().get(AccessTokens.USE)) || jwt.getId() == null || tokens.isRevoked(jwt.getId())) {
			return Optional.empty();
		}
		if (jwt.getClaims().get("cnf") instanceof Map<?, ?> bound && !Objects.equals(bound.get(ClientCertificate.CLAIM), certificate)) {
			return Optional.empty();
		}
		AgencyId agency = jwt.getClaim(AccessTokens.AGENCY) instanceof Number number ? new AgencyId(number.intValue()) : null;
		Collection<String> scopes = scopes(jwt);
		if ("system".equals(jwt.getClaimAsString("kind"))) {
			return Optional.of(system(jwt.getSubject(), agency, scopes));
		}
		return accounts.findActor(UUID.fromString(jwt.getSubject()), agency).map(actor -> scopes.contains(AccessTokens.SCOPE) ? actor : nothing(actor));
	}

	private @Nullable Jwt read(String token) {
		try {
			return read.get(token, text -> Optional.of(decoder.decode(text))).orElseThrow();
		}
		catch (JwtException notOurs) {
			return null;
		}
	}

	private static Actor system(String client, @Nullable AgencyId agency, Collection<String> scopes) {
		Set<Permission> permissions = EnumSet.noneOf(Permission.class);
		scopes.forEach(scope -> permissions.addAll(SCOPES.getOrDefault(scope, Set.of())));
		return new Actor(Actor.Kind.AGENCY_SYSTEM, SystemPrograms.account(client), client, null, agency, permissions);
	}

	/** A token for who somebody is opens nothing of what they have. */
	private static Actor nothing(Actor actor) {
		return new Actor(actor.kind(), actor.account(), actor.name(), actor.subject(), actor.agency(), Set.of());
	}

	private static Collection<String> scopes(Jwt jwt) {
		return switch (jwt.getClaims().get("scope")) {
			case String text -> List.of(text.split(" "));
			case Collection<?> many -> many.stream().map(String::valueOf).toList();
			case null, default -> List.of();
		};
	}

}
