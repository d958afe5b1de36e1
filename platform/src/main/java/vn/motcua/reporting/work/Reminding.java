package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.calendar.WorkingCalendar;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.work.ReminderRule.Reminder;
import vn.motcua.reporting.work.ReminderStore.Deadline;
import vn.motcua.site.Page;

/** Reminds whoever has not sent, and tells leaders: on working days, each reminder once, the latest that is due when some were slept through. */
@Service
public class Reminding {

	private static final int AT_ONCE = 200;

	/** Thirty working days with the longest holidays. */
	private static final Duration REACH = Duration.ofDays(60);

	private final ReminderStore store;

	private final Notices notices;

	private final ReportLists lists;

	private final Regimes regimes;

	private final Agencies agencies;

	private final WorkingCalendars calendars;

	private final TransactionOperations transactions;

	private final Clock clock;

	Reminding(ReminderStore store, Notices notices, ReportLists lists, @Lazy Regimes regimes, Agencies agencies, WorkingCalendars calendars, TransactionOperations transactions,
			Clock clock) {
		this.store = store;
		this.notices = notices;
		this.lists = lists;
		this.regimes = regimes;
		this.agencies = agencies;
		this.calendars = calendars;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** How many reports were reminded of. */
	int remind() {
		return remind(clock.instant());
	}

	int remind(Instant now) {
		WorkingCalendar calendar = calendars.national();
		if (!calendar.workingDay(LocalDate.ofInstant(now, Page.ZONE))) {
			return 0;
		}
		int reminded = 0;
		for (Deadline deadline : store.deadlines(now.minus(REACH), now.plus(REACH), now)) {
			List<Reminder> due = rule(deadline.regime()).reminders(deadline.dueAt(), calendar).stream().filter(reminder -> !reminder.at().isAfter(now)).toList();
			if (!due.isEmpty()) {
				reminded += remind(deadline, due.getLast(), now);
			}
		}
		return reminded;
	}

	public ReminderRule rule(int regime) {
		return store.rule(regime).orElse(ReminderRule.DEFAULT);
	}

	/** Sets the days of a regime; who calls has asked whether the actor is of its owner. */
	public void set(Regime regime, ReminderRule rule, Actor actor) {
		store.keep(regime.number(), rule, actor.account(), clock.instant());
	}

	private int remind(Deadline deadline, Reminder reminder, Instant now) {
		int reminded = 0;
		for (int taken = AT_ONCE; taken == AT_ONCE; reminded += taken) {
			Integer some = transactions.execute(_ -> some(deadline, reminder, now));
			taken = some == null ? 0 : some;
		}
		return reminded;
	}

	private int some(Deadline deadline, Reminder reminder, Instant now) {
		List<ObligationRow> rows = store.take(deadline, reminder.stage(), AT_ONCE);
		notices.reminders(rows, row -> ReportAddress.of(regimes, agencies, row.key()), reminder.before(), reminder.stage());
		if (reminder.escalates()) {
			Map<Integer, ObligationRow> receivers = new HashMap<>();
			rows.forEach(row -> receivers.putIfAbsent(row.receiver(), row));
			receivers.forEach((receiver, row) -> escalate(receiver, ReportAddress.of(regimes, agencies, row.key()), deadline.dueAt().getEpochSecond() + "." + reminder.stage(), now));
		}
		return rows.size();
	}

	private void escalate(int receiver, ReportAddress any, String occasion, Instant now) {
		AgencyId agency = receiver == Subjects.OWNER ? any.regime().owner() : new AgencyId(receiver);
		int missing = store.missing(any.regime().number(), any.key().period(), receiver, now);
		notices.escalation(any, agency, lists.gatherHref(any.regime(), any.opening(), agency) + "?thieu=1", missing, occasion);
	}

}
