package vn.motcua.reporting.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.motcua.agency.WorkingCalendars;
import vn.motcua.kernel.calendar.WorkingCalendar;

/** When letters go out, by the working calendar that ships. 26/11/2026 is a Thursday, 01/01/2027 a holiday. */
class RhythmTests {

	private static final WorkingCalendar CALENDAR = WorkingCalendars.packaged();

	@ParameterizedTest
	@CsvSource({ "DAILY,2026-11-26T06:59:59+07:00,2026-11-26T07:00:00+07:00", "DAILY,2026-11-26T07:00:00+07:00,2026-11-27T07:00:00+07:00",
			"DAILY,2026-11-27T09:00:00+07:00,2026-11-30T07:00:00+07:00", "DAILY,2026-12-31T09:00:00+07:00,2027-01-04T07:00:00+07:00",
			"WEEKLY,2026-11-26T09:00:00+07:00,2026-11-30T07:00:00+07:00", "WEEKLY,2026-11-30T06:00:00+07:00,2026-11-30T07:00:00+07:00",
			"WEEKLY,2026-11-30T07:00:00+07:00,2026-12-07T07:00:00+07:00", "MONTHLY,2026-11-26T09:00:00+07:00,2026-12-01T07:00:00+07:00",
			"MONTHLY,2026-12-01T06:00:00+07:00,2026-12-01T07:00:00+07:00", "COMPLETE,2026-11-26T09:00:00+07:00,2026-11-26T09:15:00+07:00" })
	void eachHasItsMorning(Rhythm rhythm, OffsetDateTime moment, OffsetDateTime next) {
		Instant after = rhythm.after(moment.toInstant(), CALENDAR);
		assertThat(after).isEqualTo(next.toInstant());
	}

}
