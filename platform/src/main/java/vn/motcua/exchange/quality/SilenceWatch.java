package vn.motcua.exchange.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.exchange.quality.SilenceStore.Quiet;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.calendar.WorkingCalendar;
import vn.motcua.notification.Message;
import vn.motcua.notification.Notifications;
import vn.motcua.site.Page;

/** Notices, in working hours, that an agency that sends regularly stopped, and tells its administrators and the centre once. */
@Service
class SilenceWatch {

	private static final int AT_ONCE = 200;

	/** 20 working days with a week of holidays in between. */
	private static final Duration LOOK_BACK = Duration.ofDays(39);

	private static final double USUAL = 0.95;

	private final SilenceStore store;

	private final SignRules.Silence rule;

	private final WorkingCalendars calendars;

	private final Agencies agencies;

	private final Accounts accounts;

	private final Notifications notifications;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SilenceWatch(SilenceStore store, SignRules rules, WorkingCalendars calendars, Agencies agencies, Accounts accounts, Notifications notifications,
			TransactionTemplate transaction, Clock clock) {
		this.store = store;
		this.rule = rules.silence();
		this.calendars = calendars;
		this.agencies = agencies;
		this.accounts = accounts;
		this.notifications = notifications;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Ends what ended, and looks for what began; how many began. */
	int look() {
		return look(ZonedDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), Page.ZONE));
	}

	int look(ZonedDateTime now) {
		store.end();
		WorkingCalendar calendar = calendars.national();
		if (!calendar.workingDay(now.toLocalDate())) {
			return 0;
		}
		int begun = 0;
		String from = "";
		List<Quiet> quiet;
		do {
			quiet = store.quiet(now.toInstant().minus(LOOK_BACK), now.toInstant().minus(least()), from, AT_ONCE);
			for (Quiet agency : quiet) {
				from = agency.agency();
				if (calendar.worked(at(agency.since()), now).compareTo(least()) <= 0) {
					continue;
				}
				Optional<Duration> usual = usual(calendar, store.hours(agency.agency(), now.toInstant().minus(LOOK_BACK)), now);
				if (usual.isPresent() && calendar.worked(at(agency.since()), now).compareTo(longest(usual.get())) > 0 && begin(agency, usual.get(), now)) {
					begun++;
				}
			}
		}
		while (quiet.size() == AT_ONCE);
		return begun;
	}

	/** What an agency usually pauses in working hours; empty when it has no rhythm. */
	Optional<Duration> usual(WorkingCalendar calendar, List<Instant> hours, ZonedDateTime now) {
		LocalDate first = now.toLocalDate();
		for (int days = 0; days < rule.workingDays();) {
			first = first.minusDays(1);
			days += calendar.workingDay(first) ? 1 : 0;
		}
		Set<LocalDate> days = new TreeSet<>();
		List<Duration> pauses = new ArrayList<>();
		for (int i = 0; i < hours.size(); i++) {
			LocalDate day = at(hours.get(i)).toLocalDate();
			if (calendar.workingDay(day) && !day.isBefore(first)) {
				days.add(day);
			}
			if (i > 0) {
				pauses.add(calendar.worked(at(hours.get(i - 1).plus(1, ChronoUnit.HOURS)), at(hours.get(i))));
			}
		}
		if (days.size() < rule.daysWithLines() || pauses.isEmpty()) {
			return Optional.empty();
		}
		pauses.sort(null);
		return Optional.of(pauses.get((int) Math.ceil(USUAL * pauses.size()) - 1));
	}

	private Duration least() {
		return Duration.ofMinutes(Math.round(rule.leastHours() * 60));
	}

	private Duration longest(Duration usual) {
		Duration times = Duration.ofSeconds(Math.round(usual.toSeconds() * rule.timesUsual()));
		return times.compareTo(least()) > 0 ? times : least();
	}

	private boolean begin(Quiet quiet, Duration usual, ZonedDateTime now) {
		return Boolean.TRUE.equals(transaction.execute(_ -> {
			if (!store.begin(quiet, usual, now.toInstant())) {
				return false;
			}
			notifications.send(readers(quiet.agencyId(), now.toLocalDate()).stream().map(reader -> message(quiet, reader, now.toLocalDate())).toList());
			return true;
		}));
	}

	/** Who looks after systems of the agency or of one above it, and the centre. */
	private Set<UUID> readers(AgencyId agency, LocalDate today) {
		Set<AgencyId> above = new TreeSet<>(Set.of(agency));
		agencies.withAncestors(agency, today).forEach(each -> above.add(each.id()));
		Set<UUID> readers = new java.util.LinkedHashSet<>(accounts.officers(Permission.SYSTEM_REGISTER, above));
		readers.addAll(accounts.officers(Permission.SYSTEM_APPROVE, List.of()));
		return readers;
	}

	private Message message(Quiet quiet, UUID reader, LocalDate today) {
		Agency agency = agencies.get(quiet.agencyId(), today);
		Map<String, String> values = new LinkedHashMap<>();
		values.put("agency", agency.fullName().vi());
		values.put("agencyEn", agency.fullName().en());
		values.put("code", quiet.agency());
		values.put("since", java.time.format.DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").format(at(quiet.since())));
		return new Message("exchange-silence:" + quiet.agency() + ":" + quiet.since().getEpochSecond() + ":" + reader, reader, null, null, "exchange.notice.silence", values,
				"/quan-tri/lien-thong/so-lieu/" + quiet.agency());
	}

	private static ZonedDateTime at(Instant moment) {
		return ZonedDateTime.ofInstant(moment, Page.ZONE);
	}

}
