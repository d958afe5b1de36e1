package vn.motcua.reporting.work.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.work.Act;
import vn.motcua.reporting.work.ReportAct;
import vn.motcua.site.Page;

/** Reads the form of an act; what is missing the act itself refuses. */
final class ActReader {

	/** Agencies close at five: a new deadline means until then. */
	private static final LocalTime CLOSING = LocalTime.of(17, 0);

	private ActReader() {
	}

	static ReportAct read(Act act, Map<String, String> typed) {
		String reason = typed.getOrDefault("ly-do", "").replace("\0", "").replace("\r\n", "\n");
		return new ReportAct(act, reason, ReportAct.needsDeadline(act) ? closing(typed) : null, null, act == Act.APPROVE ? typed.get("da-xem") : null);
	}

	private static @Nullable Instant closing(Map<String, String> typed) {
		try {
			LocalDate day = LocalDate.of(number(typed, "han-year"), number(typed, "han-month"), number(typed, "han-day"));
			return day.getYear() < 2000 || day.getYear() > 2100 ? null : day.atTime(CLOSING).atZone(Page.ZONE).toInstant();
		}
		catch (DateTimeException | NumberFormatException notADay) {
			return null;
		}
	}

	private static int number(Map<String, String> typed, String field) {
		return Integer.parseInt(typed.getOrDefault(field, "").strip());
	}

}
