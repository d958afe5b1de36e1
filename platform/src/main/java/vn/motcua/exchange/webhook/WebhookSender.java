package vn.motcua.exchange.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

/** One try: posts the message, looks at the status only, and says when to try again. */
@Component
class WebhookSender {

	static final Duration PATIENCE = Duration.ofSeconds(10);

	/** Pauses between tries, the last one again and again. */
	static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(30),
			Duration.ofHours(1), Duration.ofHours(2));

	static final Duration LONGEST = Duration.ofHours(24);

	private final WebhookStore store;

	private final SafeAddresses addresses;

	private final JsonMapper json;

	private final Clock clock;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(Duration.ofSeconds(5)).build();

	WebhookSender(WebhookStore store, SafeAddresses addresses, JsonMapper json, Clock clock) {
		this.store = store;
		this.addresses = addresses;
		this.json = json;
		this.clock = clock;
	}

	private record Answer(@Nullable Integer status, String outcome, boolean taken) {
	}

	void send(Delivery delivery) {
		Webhook webhook = store.find(delivery.system()).orElse(null);
		if (webhook == null) {
			store.tried(delivery, Delivery.State.NEEDLESS, clock.instant(), null, null);
			return;
		}
		Answer answer = post(webhook, delivery);
		Instant now = clock.instant();
		Instant next = now.plus(PAUSES.get(Math.min(delivery.tries(), PAUSES.size()) - 1));
		boolean over = next.isAfter(delivery.madeAt().plus(LONGEST));
		store.tried(delivery, answer.taken() ? Delivery.State.DELIVERED : over ? Delivery.State.GIVEN_UP : Delivery.State.WAITING, next, answer.status(), answer.outcome());
	}

	private Answer post(Webhook webhook, Delivery delivery) {
		URI uri = URI.create(webhook.url());
		if (!addresses.reachable(uri)) {
			return new Answer(null, "exchange.webhook.outcome.address", false);
		}
		Instant at = clock.instant();
		String body = body(delivery);
		HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Content-Type", "application/json").header("User-Agent", "motcua")
			.header("webhook-id", delivery.message().toString()).header("webhook-timestamp", String.valueOf(at.getEpochSecond()))
			.header("webhook-signature", WebhookSigning.signatures(webhook, delivery.message(), at, body)).POST(HttpRequest.BodyPublishers.ofString(body)).build();
		try {
			HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
			// Closed unread: an answer without end takes no time of ours.
			response.body().close();
			boolean taken = response.statusCode() / 100 == 2;
			return new Answer(response.statusCode(), taken ? "exchange.webhook.outcome.taken" : "exchange.webhook.outcome.status", taken);
		}
		catch (HttpTimeoutException slow) {
			return new Answer(null, "exchange.webhook.outcome.slow", false);
		}
		catch (IOException | IllegalArgumentException unreachable) {
			return new Answer(null, "exchange.webhook.outcome.unreachable", false);
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
			return new Answer(null, "exchange.webhook.outcome.unreachable", false);
		}
	}

	/** No data of a person: the receiver fetches the entry with its token. */
	private String body(Delivery delivery) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("id", delivery.entry() == null ? "test" : String.valueOf(delivery.entry()));
		body.put("kind", delivery.kind());
		if (delivery.code() != null) {
			body.put("code", delivery.code());
		}
		return json.writeValueAsString(body);
	}

}
