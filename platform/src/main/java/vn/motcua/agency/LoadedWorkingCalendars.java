package vn.motcua.agency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.calendar.SessionCalendar;
import vn.motcua.kernel.calendar.SessionCalendar.DayRule;
import vn.motcua.kernel.calendar.SessionCalendar.Session;
import vn.motcua.kernel.calendar.WorkingCalendar;

/** The national calendar from the table of days; the packaged days 2019–2027 are put in at the first start. */
@Component
class LoadedWorkingCalendars implements WorkingCalendars {

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private final CalendarStore store;

	private final List<Session> sessions;

	private volatile WorkingCalendar national;

	LoadedWorkingCalendars(CalendarStore store, @Value("${motcua.calendar.hours}") String hours) throws IOException {
		this.store = store;
		this.sessions = sessions(hours);
		if (store.empty()) {
			store.put(packaged().days());
		}
		this.national = read();
	}

	@Override
	public WorkingCalendar national() {
		return national;
	}

	@Override
	public Loaded load(BufferedReader reader, boolean dryRun) throws IOException {
		CalendarFile file = CalendarFile.read(reader);
		if (!dryRun && file.findings().isEmpty()) {
			store.put(file.days());
			national = read();
		}
		return new Loaded(file.days().size(), file.findings());
	}

	/** The packaged calendar without a database, for commands that need no server. */
	static WorkingCalendar packagedCalendar() throws IOException {
		Map<LocalDate, DayRule> rules = new HashMap<>();
		packaged().days().forEach(day -> rules.put(day.day(), day.rule()));
		return new SessionCalendar(sessions(WorkingCalendars.DEFAULT_HOURS), rules, ZONE);
	}

	private WorkingCalendar read() {
		Map<LocalDate, DayRule> rules = new HashMap<>();
		store.rules().forEach(rule -> rules.put(rule.getKey(), rule.getValue()));
		return new SessionCalendar(sessions, rules, ZONE);
	}

	private static CalendarFile packaged() throws IOException {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(LoadedWorkingCalendars.class.getResourceAsStream("/calendar/vietnam.csv"), StandardCharsets.UTF_8))) {
			return CalendarFile.read(reader);
		}
	}

	/** {@code 07:00-11:30,13:30-17:00}. */
	private static List<Session> sessions(String hours) {
		return Arrays.stream(hours.split(",")).map(String::strip).map(span -> span.split("-"))
			.map(span -> new Session(LocalTime.parse(span[0].strip()), LocalTime.parse(span[1].strip()))).toList();
	}

}
