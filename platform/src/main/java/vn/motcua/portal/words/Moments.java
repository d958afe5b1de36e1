package vn.motcua.portal.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import vn.motcua.site.Page;

/** Promised moments as people say them: {@code 17:00 ngày 24/08}, with the year when it is not this year. */
public final class Moments {

	private Moments() {
	}

	public static String promised(Page page, Instant at) {
		LocalDate day = LocalDate.ofInstant(at, Page.ZONE);
		boolean thisYear = day.getYear() == LocalDate.now(Page.ZONE).getYear();
		return page.t("portal.moment", "time", page.time(at), "date", thisYear ? withoutYear(page, day) : page.date(day));
	}

	private static String withoutYear(Page page, LocalDate day) {
		return (page.english() ? DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH) : DateTimeFormatter.ofPattern("dd/MM")).format(day);
	}

}
