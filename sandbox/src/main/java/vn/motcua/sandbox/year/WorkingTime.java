package vn.motcua.sandbox.year;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** The vendor's own working hours: from half past seven to half past eleven and from one to five. */
final class WorkingTime {

	static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	static final LocalTime OPEN = LocalTime.of(7, 30);

	private static final LocalTime[][] HOURS = { { OPEN, LocalTime.of(11, 30) }, { LocalTime.of(13, 0), LocalTime.of(17, 0) } };

	private WorkingTime() {
	}

	/** The moment itself, or when the desk opens next. */
	static Instant open(Instant at) {
		return add(at, 0);
	}

	/** So many working minutes later. */
	static Instant add(Instant from, long minutes) {
		LocalDateTime at = LocalDateTime.ofInstant(from, ZONE);
		long left = minutes * 60;
		while (true) {
			if (Season.working(at.toLocalDate())) {
				for (LocalTime[] part : HOURS) {
					LocalTime begin = at.toLocalTime().isBefore(part[0]) ? part[0] : at.toLocalTime();
					if (!begin.isBefore(part[1])) {
						continue;
					}
					long there = Duration.between(begin, part[1]).toSeconds();
					at = at.with(begin);
					if (left < there) {
						return at.plusSeconds(left).atZone(ZONE).toInstant();
					}
					left -= there;
					at = at.with(part[1]);
				}
			}
			at = at.toLocalDate().plusDays(1).atStartOfDay();
		}
	}

}
