package vn.motcua.onestop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.onestop.DeskQueue;
import vn.motcua.onestop.Light;
import vn.motcua.onestop.StepKind;
import vn.motcua.onestop.WorkItem;
import vn.motcua.site.Page;

/** The traffic light of a step goes by the working time that is left. */
@MotCuaTest
class LightsTests {

	/** Friday morning. */
	private static final Instant NOW = at("2026-11-27T09:00");

	@Autowired
	private WorkingCalendars calendars;

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(Page.ZONE).toInstant();
	}

	private QueueRow row(String due, @Nullable Instant pausedAt) {
		LocalizedText name = LocalizedText.same("x");
		WorkItem item = new WorkItem("1", "1", new DossierCode("000.00.14.H26-261127-0001"), new AgencyId(1), "process", StepKind.PROCESS, Permission.DOSSIER_PROCESS,
				DeskQueue.IN_WORK, null, null, name, "1.001193", name, "Lê Văn Tám", 2, NOW, at(due), pausedAt);
		return new Lights(calendars, Clock.fixed(NOW, Page.ZONE)).row(item);
	}

	@Test
	void isGreenWhileHalfAWorkingDayOrMoreIsLeft() {
		assertThat(row("2026-11-30T10:00", null).light()).as("Monday is a working day away").isEqualTo(Light.ON_TIME);
	}

	@Test
	void isAmberWhenLessThanFourWorkingHoursAreLeft() {
		assertThat(row("2026-11-27T11:00", null).light()).isEqualTo(Light.SOON);
	}

	@Test
	void isRedFromTheDeadlineOn() {
		assertThat(row("2026-11-27T08:00", null).light()).isEqualTo(Light.OVERDUE);
	}

	@Test
	void standsStillWhileTheApplicantIsAwaited() {
		assertThat(row("2026-11-27T08:00", NOW).light()).isEqualTo(Light.PAUSED);
	}

}
