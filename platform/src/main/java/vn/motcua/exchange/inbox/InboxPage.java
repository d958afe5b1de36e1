package vn.motcua.exchange.inbox;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.exchange.Participant;
import vn.motcua.exchange.webhook.Delivery;
import vn.motcua.exchange.webhook.Webhooks;

/**
 * The inbox of a system as both sides see it.
 *
 * @param counted entries that wait, up to 10,000
 * @param late of these, waiting longer than they may
 * @param entries the newest, whether fetched or not; codes and moments, nobody's data
 * @param webhook where it is told, {@code null} for nowhere
 * @param typed address as it was typed, with its problem
 * @param secret on the one page that shows it
 * @param mayChange whether who looks keeps the system
 */
public record InboxPage(Participant system, long counted, long late, @Nullable Instant oldest, List<InboxEntry> entries, Webhooks.@Nullable Address webhook,
		List<Delivery> deliveries, String typed, @Nullable String problem, @Nullable String secret, boolean mayChange) {

	public String href() {
		return "/quan-tri/lien-thong/" + system.id();
	}

}
