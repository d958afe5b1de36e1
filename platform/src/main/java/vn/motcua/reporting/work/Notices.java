package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.notification.Message;
import vn.motcua.notification.Notifications;
import vn.motcua.reporting.PeriodWords;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** What the people of a report are told, each once: the unique key of a message names the report, the occasion and the reader. */
@Component
class Notices {

	private static final int AT_ONCE = 500;

	private static final Locale VIETNAMESE = Locale.of("vi");

	private final Readers readers;

	private final Notifications notifications;

	private final Messages words;

	private final Clock clock;

	Notices(Readers readers, Notifications notifications, Messages words, Clock clock) {
		this.readers = readers;
		this.notifications = notifications;
		this.words = words;
		this.clock = clock;
	}

	/** After an act, in its transaction: those whose turn it is now. */
	void of(ReportAddress address, ObligationRow row, ReportAct act, Actor actor) {
		switch (act.act()) {
			case CHECK -> tell(address, row, "check", "v" + row.version(), leaders(row.key().agency()), act);
			case RETURN, EXTEND -> tell(address, row, act.act().name().toLowerCase(java.util.Locale.ROOT), "v" + row.version(), clerks(row), act);
			case ASSIGN -> tell(address, row, "assign", "v" + row.version(), row.assignee() == null || row.assignee().equals(actor.account()) ? List.of() : List.of(row.assignee()), act);
			case REMIND -> tell(address, row, "remind", LocalDate.ofInstant(clock.instant(), Page.ZONE).toString(), clerks(row), act);
			case OPEN, START, REVISE, APPROVE, SEND, RECEIVE, ACCEPT, AGGREGATE, CLOSE, CORRECT -> { }
		}
	}

	/** Before or after the deadline: the clerk, after it the leader too. @param named address of a report, asked for only where somebody is told */
	void reminders(List<ObligationRow> rows, Function<ObligationRow, ReportAddress> named, boolean before, int stage) {
		List<AgencyId> agencies = rows.stream().map(row -> row.key().agency()).toList();
		Map<AgencyId, List<UUID>> clerks = readers.of(Permission.REPORT_FILL, agencies);
		Map<AgencyId, List<UUID>> leaders = before ? Map.of() : readers.of(Permission.REPORT_APPROVE, agencies);
		for (ObligationRow row : rows) {
			Set<UUID> told = new LinkedHashSet<>(clerks(row, clerks.getOrDefault(row.key().agency(), List.of())));
			told.addAll(leaders.getOrDefault(row.key().agency(), List.of()));
			if (!told.isEmpty()) {
				tell(named.apply(row), row, before ? "before" : "after", row.dueAt().getEpochSecond() + "." + stage, told, ReportAct.of(Act.REMIND));
			}
		}
	}

	/** To the leader of whom the reports go to: how many are still missing. */
	void escalation(ReportAddress address, AgencyId receiver, String gatherHref, int missing, String occasion) {
		Map<String, String> values = values(address);
		values.put("n", String.valueOf(missing));
		String key = "reporting-escalation:" + address.regime().number() + ":" + address.key().period() + ":" + receiver + ":" + occasion;
		send(leaders(receiver).stream().map(reader -> new Message(key + ":" + reader, reader, null, null, "reporting.notice.escalation", values, gatherHref)).toList());
	}

	private void tell(ReportAddress address, ObligationRow row, String what, String occasion, Collection<UUID> readers, ReportAct act) {
		Map<String, String> values = values(address);
		values.put("due", WorkWords.moment(row.dueAt()));
		values.put("reason", act.reason() == null ? "–" : act.reason().replaceFirst("\\.\\s*$", ""));
		String key = "reporting-" + what + ":" + row.key().regime() + ":" + row.key().period() + ":" + row.key().agency() + ":" + occasion + ":";
		send(readers.stream().map(reader -> new Message(key + reader, reader, null, null, "reporting.notice." + what, values, "/bao-cao/theo-doi/" + address.path())).toList());
	}

	private Map<String, String> values(ReportAddress address) {
		Map<String, String> values = new HashMap<>();
		values.put("regime", address.regime().name().vi());
		values.put("regimeEn", address.regime().name().en());
		values.put("agency", address.agency().fullName().vi());
		values.put("agencyEn", address.agency().fullName().en());
		values.put("period", PeriodWords.of(words, VIETNAMESE, address.opening().period()));
		values.put("periodEn", PeriodWords.of(words, Locale.ENGLISH, address.opening().period()));
		return values;
	}

	private Collection<UUID> clerks(ObligationRow row) {
		return clerks(row, readers.of(Permission.REPORT_FILL, row.key().agency()));
	}

	/** Who took the report, while he is a clerk where it is worked on today. */
	private static Collection<UUID> clerks(ObligationRow row, List<UUID> clerks) {
		return row.assignee() != null && clerks.contains(row.assignee()) ? List.of(row.assignee()) : clerks;
	}

	private List<UUID> leaders(AgencyId agency) {
		return readers.of(Permission.REPORT_APPROVE, agency);
	}

	private void send(List<Message> messages) {
		List<Message> rest = new ArrayList<>(messages);
		while (!rest.isEmpty()) {
			List<Message> part = rest.subList(0, Math.min(AT_ONCE, rest.size()));
			notifications.send(List.copyOf(part));
			part.clear();
		}
	}

}
