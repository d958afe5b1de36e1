package vn.motcua.kernel.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of a demonstration: the time of day, but for whoever tells what happened before, the moment of the story. What is told goes through the same doors as
 * what happens, so that a past month looks as it would have been left.
 */
public final class ToldTime extends Clock {

	private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

	private final Clock clock;

	public ToldTime(Clock clock) {
		this.clock = clock;
	}

	/** Tells what happened at a moment; what other threads do meanwhile happens now. */
	public static void at(Instant moment, Runnable told) {
		ScopedValue.where(MOMENT, moment).run(told);
	}

	@Override
	public Instant instant() {
		return MOMENT.isBound() ? MOMENT.get() : clock.instant();
	}

	@Override
	public ZoneId getZone() {
		return clock.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new ToldTime(clock.withZone(zone));
	}

}
