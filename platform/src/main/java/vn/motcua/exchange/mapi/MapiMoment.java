package vn.motcua.exchange.mapi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Moments of the older interface: {@code yyyyMMddHHmmss} in Vietnam's time, and the other ways its clients write one. */
final class MapiMoment {

	static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

	private static final List<DateTimeFormatter> LOCAL = List.of(DateTimeFormatter.ISO_LOCAL_DATE_TIME, DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss][.SSS]"),
			DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm[:ss]"), DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu"));

	private static final List<DateTimeFormatter> DAYS = List.of(DateTimeFormatter.ofPattern("uuuuMMdd"), DateTimeFormatter.ISO_LOCAL_DATE,
			DateTimeFormatter.ofPattern("dd/MM/uuuu"));

	private static final int FIRST_YEAR = 1990;

	private static final int LAST_YEAR = 2200;

	private MapiMoment() {
	}

	static Optional<Instant> read(String text) {
		if (text.length() > 40) {
			return Optional.empty();
		}
		if (text.matches("\\d{14}")) {
			return local(text, DIGITS).map(MapiMoment::here);
		}
		if (text.matches("\\d{12}")) {
			return read(text + "00");
		}
		Optional<Instant> read = LOCAL.stream().flatMap(form -> local(text, form).stream()).findFirst().map(MapiMoment::here).or(() -> offset(text));
		return read.or(() -> DAYS.stream().flatMap(form -> day(text, form).stream()).findFirst().map(day -> here(day.atStartOfDay())))
			.filter(MapiMoment::ofOurTimes);
	}

	static String write(Instant at) {
		return DIGITS.format(LocalDateTime.ofInstant(at, ZONE));
	}

	private static Optional<LocalDateTime> local(String text, DateTimeFormatter form) {
		try {
			return Optional.of(LocalDateTime.parse(text, form)).filter(at -> at.getYear() >= FIRST_YEAR && at.getYear() <= LAST_YEAR);
		}
		catch (DateTimeException other) {
			return Optional.empty();
		}
	}

	private static Optional<LocalDate> day(String text, DateTimeFormatter form) {
		try {
			return Optional.of(LocalDate.parse(text, form));
		}
		catch (DateTimeException other) {
			return Optional.empty();
		}
	}

	private static Optional<Instant> offset(String text) {
		try {
			return Optional.of(OffsetDateTime.parse(text).toInstant());
		}
		catch (DateTimeException other) {
			return Optional.empty();
		}
	}

	private static Instant here(LocalDateTime at) {
		return at.atZone(ZONE).toInstant();
	}

	private static boolean ofOurTimes(Instant at) {
		int year = at.atZone(ZONE).getYear();
		return year >= FIRST_YEAR && year <= LAST_YEAR;
	}

}
