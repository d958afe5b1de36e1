package vn.motcua.notification.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.notification.Message;
import vn.motcua.notification.Notifications;
import vn.motcua.notification.gateway.Provider.Way;

/** Puts messages into inboxes and into the outbox, in the transaction of whoever has something to tell. */
@Service
public class Postbox implements Notifications {

	private final InboxStore inbox;

	private final OutboxStore outbox;

	private final Clock clock;

	Postbox(InboxStore inbox, OutboxStore outbox, Clock clock) {
		this.inbox = inbox;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Override
	public void send(Collection<Message> messages) {
		Instant now = clock.instant();
		List<Message> toInbox = messages.stream().filter(message -> message.account() != null).toList();
		if (!toInbox.isEmpty()) {
			inbox.insert(toInbox, now);
		}
		List<OutboxStore.Order> orders = new ArrayList<>();
		messages.forEach(message -> order(message, orders));
		if (!orders.isEmpty()) {
			outbox.insert(orders, now);
		}
	}

	@Override
	public Slice<Received> inbox(UUID account, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 1);
		long before = place == null ? Long.MAX_VALUE : number(place.keys().getFirst());
		return Slice.of(inbox.page(account, before, limit.value() + 1), limit.value(), received -> Cursor.of(received.number()));
	}

	@Override
	public int unread(UUID account) {
		return inbox.unread(account);
	}

	@Override
	public void markRead(UUID account, long number) {
		inbox.markRead(account, number, clock.instant());
	}

	/** Everything up to the newest message a person has seen on the page. */
	public void markReadUpTo(UUID account, long number) {
		inbox.markReadUpTo(account, number, clock.instant());
	}

	private static void order(Message message, List<OutboxStore.Order> orders) {
		if (message.phone() != null) {
			orders.add(new OutboxStore.Order(message.key(), Way.SMS, message.phone(), message.template(), message.values(), message.language()));
		}
		if (message.email() != null) {
			orders.add(new OutboxStore.Order(message.key(), Way.EMAIL, message.email(), message.template(), message.values(), message.language()));
		}
	}

	private static long number(String text) {
		try {
			return Long.parseLong(text);
		}
		catch (NumberFormatException notOurs) {
			return Long.MAX_VALUE;
		}
	}

}
