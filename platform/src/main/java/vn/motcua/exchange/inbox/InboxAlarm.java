package vn.motcua.exchange.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.access.Permission;
import vn.motcua.notification.Message;
import vn.motcua.notification.Notifications;
import vn.motcua.site.Page;

/**
 * What nobody fetched in time is told to both sides: whoever looks after the system at its agency, and the centre. Once for
 * each entry, again a day later, until it is fetched, and of a system
 * once an hour at most. Entries of a system that is no more go to the one that took its place.
 */
@Component
class InboxAlarm {

	private static final Duration AGAIN = Duration.ofDays(1);

	/** Of one system: while it is down its entries become late one after the other. */
	private static final Duration PAUSE = Duration.ofHours(1);

	private final InboxStore store;

	private final Participants participants;

	private final Agencies agencies;

	private final Accounts accounts;

	private final Notifications notifications;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Duration patience;

	InboxAlarm(InboxStore store, Participants participants, Agencies agencies, Accounts accounts, Notifications notifications, TransactionTemplate transaction,
			Clock clock, @Value("${motcua.exchange.inbox.alarm-after:PT1H}") Duration patience) {
		this.store = store;
		this.participants = participants;
		this.agencies = agencies;
		this.accounts = accounts;
		this.notifications = notifications;
		this.transaction = transaction;
		this.clock = clock;
		this.patience = patience;
	}

	/** Handed in before this moment and still there is late. */
	Instant late() {
		return clock.instant().minus(patience);
	}

	void alarm() {
		transaction.executeWithoutResult(_ -> {
			Instant now = clock.instant();
			Map<UUID, List<InboxEntry>> late = store.late(late(), now.minus(AGAIN), now.minus(PAUSE)).stream().collect(Collectors.groupingBy(InboxEntry::system));
			late.forEach((system, entries) -> {
				tell(system, entries);
				store.alarmed(entries.stream().map(InboxEntry::number).toList(), now);
			});
		});
	}

	void handOn() {
		for (UUID system : store.openSystems()) {
			if (participants.find(system).filter(known -> known.state() != Participant.State.ENDED).isPresent()) {
				continue;
			}
			for (InboxStore.Place place : store.openOf(system)) {
				participants.takerOf(place.agency(), place.procedure()).ifPresent(taker -> store.handOn(system, taker.id(), place));
			}
		}
	}

	private void tell(UUID system, List<InboxEntry> entries) {
		Participant participant = participants.find(system).orElse(null);
		InboxEntry oldest = entries.getFirst();
		String name = participant == null ? system.toString() : participant.name();
		Map<String, String> values = Map.of("system", name, "count", String.valueOf(entries.size()), "code", oldest.code().value(), "minutes",
				String.valueOf(patience.toMinutes()));
		String key = "exchange:inbox:" + system + ":" + oldest.number() + ":" + clock.instant();
		Set<UUID> people = new LinkedHashSet<>(accounts.officers(Permission.SYSTEM_APPROVE, List.of()));
		if (participant != null) {
			people.addAll(accounts.officers(Permission.SYSTEM_REGISTER, above(participant)));
		}
		String href = "/quan-tri/lien-thong/" + system + "/hop-den";
		people.forEach(account -> notifications.send(new Message(key + ":" + account, account, null, null, "exchange.notice.late", values, href)));
		String contact = participant == null ? null : participant.profile().contact().email();
		if (contact != null && !contact.isBlank()) {
			notifications.send(new Message(key, null, phone(participant), contact, "exchange.notice.late", values, href));
		}
	}

	private static @Nullable String phone(Participant participant) {
		String phone = participant.profile().contact().phone();
		return phone.isBlank() ? null : phone;
	}

	private List<vn.motcua.kernel.AgencyId> above(Participant participant) {
		return agencies.withAncestors(participant.agency(), LocalDate.ofInstant(clock.instant(), Page.ZONE)).stream().map(Agency::id).toList();
	}

	@Component
	@ConditionalOnBooleanProperty("motcua.work")
	static class Watching {

		private final InboxAlarm alarm;

		Watching(InboxAlarm alarm) {
			this.alarm = alarm;
		}

		@Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
		void watch() {
			alarm.handOn();
			alarm.alarm();
		}

	}

}
