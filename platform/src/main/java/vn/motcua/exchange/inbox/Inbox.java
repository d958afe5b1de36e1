package vn.motcua.exchange.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.OwnNumbers;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.webhook.Webhooks;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** The inbox of a system (<i>hộp đến</i>): what it has not acknowledged, the longest waiting first. */
@Service
class Inbox {

	static final String PURPOSE = "exchange.purpose.inbox";

	/** Answers of one page, about: a page of dossiers with the longest answers must not fill the memory. */
	private static final int MOST_ANSWERED = 2_000_000;

	/** A system that asks every few seconds reads the same entry again and again; within this time it is one look. */
	private static final Duration ONE_LOOK = Duration.ofMinutes(10);

	private static final int LONGEST_NUMBER = 60;

	private final InboxStore store;

	private final InboxItems items;

	private final Dossiers dossiers;

	private final OwnNumbers numbers;

	private final Agencies agencies;

	private final Webhooks webhooks;

	private final AuditTrail audit;

	private final Clock clock;

	Inbox(InboxStore store, InboxItems items, Dossiers dossiers, OwnNumbers numbers, Agencies agencies, Webhooks webhooks, AuditTrail audit, Clock clock) {
		this.store = store;
		this.items = items;
		this.dossiers = dossiers;
		this.numbers = numbers;
		this.agencies = agencies;
		this.webhooks = webhooks;
		this.audit = audit;
		this.clock = clock;
	}

	/** @param agency exchange code: only what is of that agency and those under it; {@code null} for all of the system */
	@Transactional
	Slice<InboxItem> waiting(Participant system, Actor caller, @Nullable String agency, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 1);
		long from = place == null || !place.keys().getFirst().matches("\\d{1,18}") ? 0 : Long.parseLong(place.keys().getFirst());
		List<InboxEntry> rows = store.waiting(system.id(), agency == null ? null : agency(agency).id(), from, limit.value() + 1);
		List<InboxItem> read = new ArrayList<>();
		List<Long> looks = new ArrayList<>();
		Instant now = clock.instant();
		long answered = 0;
		for (InboxEntry entry : rows.subList(0, Math.min(rows.size(), limit.value()))) {
			InboxItems.Made made = items.item(entry);
			answered += made.item().answers().toString().length();
			if (answered > MOST_ANSWERED && !read.isEmpty()) {
				break;
			}
			read.add(made.item());
			if (entry.recordedAt() == null || entry.recordedAt().isBefore(now.minus(ONE_LOOK))) {
				looks.add(entry.number());
				audit.record(new AccessRecord(named(system, caller), AuditAction.DOSSIER_VIEWED, entry.code().value(), made.subject(), PURPOSE));
			}
		}
		store.fetched(looks, now);
		return new Slice<>(read, read.size() == rows.size() ? null : Cursor.of(read.getLast().id()).encoded());
	}

	/** A file of an entry; opening it is recorded. Also after the entry was acknowledged, for as long as the dossier is being handled. */
	@Transactional
	AttachedFile file(Participant system, Actor caller, long number, UUID file) {
		InboxEntry entry = entry(system, number);
		DossierView dossier = dossiers.find(entry.code()).orElseThrow();
		AttachedFile attached = dossier.files().stream().filter(one -> one.fileId().equals(file)).findFirst()
			.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		if (entry.ackedAt() != null && dossier.summary().status().ended()) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		audit.record(new AccessRecord(named(system, caller), AuditAction.DOSSIER_FILE_OPENED, entry.code().value(), dossier.applicantSubject(), PURPOSE));
		return attached;
	}

	/** The system has it safely; asking again changes nothing. @param own the system's own number of the dossier */
	@Transactional
	void acknowledge(Participant system, long number, @Nullable String own) {
		InboxEntry entry = entry(system, number);
		if (own != null) {
			numbers.keep(entry.code(), checked(own), system.id());
		}
		store.ack(number, system.id(), clock.instant());
		webhooks.needless(number);
	}

	private InboxEntry entry(Participant system, long number) {
		return store.find(number, system.id()).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	private Agency agency(String exchangeCode) {
		return agencies.findByExchangeCode(exchangeCode, LocalDate.ofInstant(clock.instant(), Page.ZONE))
			.orElseThrow(() -> new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/agency", "dossier.sync.agency-unknown"))));
	}

	private static String checked(String own) {
		String number = own.strip();
		if (number.isEmpty() || number.length() > LONGEST_NUMBER || number.chars().anyMatch(Character::isISOControl)) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/code", "exchange.own-number", "max", LONGEST_NUMBER)));
		}
		return number;
	}

	/** As people know the system. */
	private static Actor named(Participant system, Actor caller) {
		return new Actor(caller.kind(), caller.account(), system.name(), null, system.agency(), caller.permissions());
	}

}
