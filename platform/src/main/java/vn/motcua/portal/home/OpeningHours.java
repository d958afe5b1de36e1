package vn.motcua.portal.home;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.site.Page;

/** Whether agencies work now, by the working calendar. What arrives outside hours starts to count at the next opening. */
@Component
class OpeningHours {

	private final WorkingCalendars calendars;

	private final Clock clock;

	OpeningHours(WorkingCalendars calendars, Clock clock) {
		this.calendars = calendars;
		this.clock = clock;
	}

	/** When agencies open on another day, {@code null} on a day they still work. */
	@Nullable Instant nextDay() {
		ZonedDateTime now = clock.instant().atZone(Page.ZONE);
		ZonedDateTime opens = calendars.national().start(now);
		return opens.toLocalDate().equals(now.toLocalDate()) ? null : opens.toInstant();
	}

}
