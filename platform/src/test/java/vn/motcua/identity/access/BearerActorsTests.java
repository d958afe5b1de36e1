package vn.motcua.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.domain.AccessTokens;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.calendar.ToldTime;

/** A token that was read a moment ago counts as long as it says and until it is given back. */
@MotCuaTest
class BearerActorsTests {

	@Autowired
	private BearerActors bearers;

	@Autowired
	private AccessTokens tokens;

	@Autowired
	private Accounts accounts;

	private Actor minh;

	private String token;

	@BeforeEach
	void aTokenIsRead() {
		minh = accounts.actor(accounts.findByLogin("minh").orElseThrow().id());
		tokens.revokeAll(minh.account());
		token = tokens.issue(minh, "test", Duration.ofMinutes(1));
		assertThat(bearers.actor(token, null)).map(Actor::account).contains(minh.account());
	}

	@Test
	void oneThatRanOutCountsNoMore() {
		ToldTime.at(Instant.now().plus(Duration.ofMinutes(4)), () -> assertThat(bearers.actor(token, null)).isEmpty());
	}

	@Test
	void oneThatWasGivenBackCountsNoMore() {
		UUID id = tokens.of(minh.account()).getFirst().id();
		tokens.revoke(minh.account(), id);
		assertThat(bearers.actor(token, null)).isEmpty();
	}

	@Test
	void oneWithAnotherSignatureIsAnother() {
		char first = token.charAt(token.lastIndexOf('.') + 1);
		String other = token.substring(0, token.lastIndexOf('.') + 1) + (first == 'A' ? 'B' : 'A') + token.substring(token.lastIndexOf('.') + 2);
		assertThat(bearers.actor(other, null)).isEmpty();
		assertThat(bearers.actor(other, null)).isEmpty();
		assertThat(bearers.actor(token, null)).isPresent();
	}

}
