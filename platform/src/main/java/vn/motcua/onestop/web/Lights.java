package vn.motcua.onestop.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.motcua.agency.WorkingCalendars;
import vn.motcua.onestop.Light;
import vn.motcua.onestop.WorkItem;
import vn.motcua.site.Page;

/** How much working time a step has left, and the light that says so. */
@Component
class Lights {

	/** Less than half a working day left is soon. */
	private static final Duration SOON = Duration.ofHours(4);

	private final WorkingCalendars calendars;

	private final Clock clock;

	Lights(WorkingCalendars calendars, Clock clock) {
		this.calendars = calendars;
		this.clock = clock;
	}

	List<QueueRow> rows(List<WorkItem> items) {
		return items.stream().map(this::row).toList();
	}

	QueueRow row(WorkItem item) {
		Instant now = clock.instant();
		Duration left = calendars.national().worked(now.atZone(Page.ZONE), item.dueAt().atZone(Page.ZONE));
		boolean late = item.dueAt().isBefore(now);
		Light light = item.pausedAt() != null ? Light.PAUSED : late ? Light.OVERDUE : left.compareTo(SOON) < 0 ? Light.SOON : Light.ON_TIME;
		return new QueueRow(item, light, Math.round(left.abs().toMinutes() / 60.0));
	}

	Instant now() {
		return clock.instant();
	}

}
