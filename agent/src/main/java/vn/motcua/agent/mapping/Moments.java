package vn.motcua.agent.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Moments as they are written in Vietnam: the day before the month, in the time of Vietnam unless they say otherwise; 14 digits; ISO
 * 8601; the day number of a spreadsheet. Nothing is guessed: a month 13 is no date.
 */
final class Moments {

	static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final List<DateTimeFormatter> USUAL = Stream
		.of("d/M/uuuu[ H:mm[:ss]]", "d-M-uuuu[ H:mm[:ss]]", "d.M.uuuu[ H:mm[:ss]]", "H:mm[:ss] d/M/uuuu", "uuuu-M-d[ H:mm[:ss]]", "uuuuMMddHHmmss", "uuuuMMdd",
				"d/M/uuuu h:mm[:ss] a", "uuuu/M/d[ H:mm[:ss]]")
		.map(Moments::format).toList();

	/** Day 0 of spreadsheets, as it counts for all days since March 1900. */
	private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

	private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

	private static final BigDecimal LAST_DAY_NUMBER = BigDecimal.valueOf(110_000);

	private Moments() {
	}

	static DateTimeFormatter format(String pattern) {
		return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
	}

	/**
	 * The moment that a text says, or empty when it says none.
	 * @param formats those tried, the usual ones when there are none
	 * @param time the time of a text that has only a day
	 * @param spreadsheet whether a number is a day number
	 */
	static Optional<Instant> find(String text, List<DateTimeFormatter> formats, LocalTime time, boolean spreadsheet) {
		String plain = text.replaceFirst("(?i)\\bSA$", "AM").replaceFirst("(?i)\\bCH$", "PM").replaceAll("\\s+", " ").replaceFirst("(?i)\\b(\\d{1,2}) ?(?:h|giờ) ?(\\d{2})(?: ?phút)?(?!\\p{L}|\\d)", "$1:$2");
		if (plain.length() > 40) {
			return Optional.empty();
		}
		if (spreadsheet && plain.matches("\\d{1,6}(\\.\\d+)?") && new BigDecimal(plain).compareTo(LAST_DAY_NUMBER) < 0) {
			return Optional.of(ofDayNumber(new BigDecimal(plain), time));
		}
		for (DateTimeFormatter format : formats.isEmpty() ? USUAL : formats) {
			Optional<Instant> found = parse(plain.replaceFirst("(:\\d{2})\\.\\d{1,9}$", "$1"), format, time);
			if (found.isPresent()) {
				return found;
			}
		}
		return formats.isEmpty() ? iso(plain) : Optional.empty();
	}

	private static Instant ofDayNumber(BigDecimal number, LocalTime time) {
		LocalDate day = DAY_ZERO.plusDays(number.intValue());
		BigDecimal part = number.remainder(BigDecimal.ONE);
		LocalDateTime moment = part.signum() == 0 ? day.atTime(time)
				: day.atStartOfDay().plusSeconds(part.multiply(SECONDS_A_DAY).setScale(0, java.math.RoundingMode.HALF_UP).longValue());
		return moment.atZone(ZONE).toInstant();
	}

	private static Optional<Instant> parse(String text, DateTimeFormatter format, LocalTime time) {
		java.text.ParsePosition end = new java.text.ParsePosition(0);
		try {
			TemporalAccessor found = format.parse(text, end);
			if (end.getIndex() != text.length()) {
				return Optional.empty();
			}
			if (found.isSupported(ChronoField.OFFSET_SECONDS)) {
				return Optional.of(Instant.from(found));
			}
			LocalDate day = found.query(TemporalQueries.localDate());
			LocalTime hour = found.query(TemporalQueries.localTime());
			return day == null ? Optional.empty() : Optional.of(day.atTime(hour == null ? time : hour).atZone(ZONE).toInstant());
		}
		catch (DateTimeException notThisOne) {
			return Optional.empty();
		}
	}

	private static Optional<Instant> iso(String text) {
		String plain = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
		try {
			return Optional.of(OffsetDateTime.parse(plain).toInstant());
		}
		catch (DateTimeException noOffset) {
			try {
				return Optional.of(LocalDateTime.parse(plain).atZone(ZONE).toInstant());
			}
			catch (DateTimeException notOne) {
				return Optional.empty();
			}
		}
	}

}
