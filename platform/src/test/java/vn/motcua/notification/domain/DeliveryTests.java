package vn.motcua.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.MotCuaTest;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.notification.Message;

@MotCuaTest
class DeliveryTests {

	@Autowired
	Postbox postbox;

	@Autowired
	Delivery delivery;

	@Autowired
	JdbcClient sql;

	private final UUID account = UUID.randomUUID();

	@Test
	void tellsTheSameThingOnce() {
		Message message = message("0900000001");
		postbox.send(List.of(message, message));
		postbox.send(message);
		assertThat(postbox.inbox(account, new Limit(10), null).items()).hasSize(1);
		assertThat(postbox.unread(account)).isEqualTo(1);
		delivery.deliver();
		assertThat(delivered(message)).isEqualTo(1);
		delivery.deliver();
		assertThat(delivered(message)).isEqualTo(1);
	}

	@Test
	void writesInTheLanguageOfTheRecipient() {
		Message english = new Message("test:" + UUID.randomUUID(), null, "0900000003", null, "identity.code", Map.of("code", "123456", "minutes", "5"), null, "en");
		Message vietnamese = new Message("test:" + UUID.randomUUID(), null, "0900000004", null, "identity.code", Map.of("code", "123456", "minutes", "5"), null);
		postbox.send(List.of(english, vietnamese));
		while (delivered(english) == 0 || delivered(vietnamese) == 0) {
			delivery.deliver();
		}
		assertThat(body(english)).contains("123456").isNotEqualTo(body(vietnamese));
		assertThat(body(vietnamese)).contains("Mã");
	}

	@Test
	void forgetsTheValuesOfWhatWasSent() {
		Message message = message("0900000002");
		postbox.send(message);
		while (delivered(message) == 0) {
			delivery.deliver();
		}
		delivery.deliver();
		assertThat(outbox(message, "count(*) filter (where arguments::text <> '{}' and sent_at is not null)")).isZero();
	}

	@Test
	void triesAgainLaterWhenTheProviderRefuses() {
		Message message = message("nobody.invalid");
		postbox.send(message);
		while (outbox(message, "max(attempts)") == 0 || outbox(message, "count(last_error)") == 0) {
			delivery.deliver();
		}
		assertThat(outbox(message, "count(*) filter (where next_attempt_at > now() and sent_at is null)")).isEqualTo(1);
		assertThat(delivered(message)).isZero();
	}

	@Test
	void waitsTwiceAsLongEachTimeUpToSixHours() {
		assertThat(List.of(Delivery.delayAfter(1), Delivery.delayAfter(2), Delivery.delayAfter(5), Delivery.delayAfter(11)))
			.containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(16), Duration.ofMinutes(360));
	}

	@Test
	void readsUpToWhatStoodOnThePage() {
		postbox.send(List.of(message(null), message(null), message(null)));
		long second = postbox.inbox(account, new Limit(10), null).items().get(1).number();
		postbox.markReadUpTo(account, second);
		assertThat(postbox.unread(account)).isEqualTo(1);
	}

	private Message message(@org.jspecify.annotations.Nullable String phone) {
		return new Message("test:" + UUID.randomUUID(), account, phone, null, "identity.code", Map.of("code", "123456", "minutes", "5"), null);
	}

	private long delivered(Message message) {
		return sql.sql("select count(*) from notification.sandbox where key = :key").param("key", message.key()).query(Long.class).single();
	}

	private String body(Message message) {
		return sql.sql("select body from notification.sandbox where key = :key").param("key", message.key()).query(String.class).single();
	}

	private long outbox(Message message, String what) {
		return sql.sql("select " + what + " from notification.outbox where key = :key").param("key", message.key()).query(Long.class).single();
	}

}
