package vn.motcua.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/** What people are told. Sending joins the caller's transaction; delivery to providers happens afterwards, at least once. */
public interface Notifications {

	default void send(Message message) {
		send(java.util.List.of(message));
	}

	/** One round trip for many. */
	void send(Collection<Message> messages);

	/** Inbox of an account, newest first. */
	Slice<Received> inbox(UUID account, Limit limit, @Nullable String after);

	int unread(UUID account);

	void markRead(UUID account, long number);

	record Received(long number, Instant at, String template, java.util.Map<String, String> values, @Nullable String href,
			@Nullable Instant readAt) {
	}

}
