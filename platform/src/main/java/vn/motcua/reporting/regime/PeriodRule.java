package vn.motcua.reporting.regime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.calendar.WorkingCalendar;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportPeriod;
import vn.motcua.site.Page;

/**
 * The periods of a regime and their moments: data of a version, no code. Decree 09/2019/NĐ-CP art. 12, 13.
 *
 * @param opensDaysBefore days before the last day of the data on which agencies may begin to report
 * @param graceWorkingDays working days after the deadline on which a report still counts as on time
 * @param closesWorkingDays working days after the deadline on which a period closes by itself, later when it was made out late, {@code null} where the owner closes it
 * @param windows for {@link PeriodType#WINDOW}: the days the data are of, at most 100
 */
record PeriodRule(PeriodType type, CutOff cutOff, Deadline deadline, int opensDaysBefore, int graceWorkingDays, @Nullable Integer closesWorkingDays, List<Window> windows) {

	/** More than any regime asked for at once. */
	private static final int MOST = 2_000;

	static final int MOST_WINDOWS = 100;

	static final int MOST_TO_CLOSE = 250;

	private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);

	record Window(LocalDate from, LocalDate to) {

		Window {
			if (to.isBefore(from)) {
				throw new IllegalArgumentException("a window ends after it begins");
			}
		}

	}

	PeriodRule(PeriodType type, CutOff cutOff, Deadline deadline, int opensDaysBefore, int graceWorkingDays, List<Window> windows) {
		this(type, cutOff, deadline, opensDaysBefore, graceWorkingDays, null, windows);
	}

	PeriodRule {
		windows = windows == null ? List.of() : windows.stream().sorted(Comparator.comparing(Window::from)).toList();
		if (opensDaysBefore < 0 || opensDaysBefore > 400 || graceWorkingDays < 0 || graceWorkingDays > 60 || windows.size() > MOST_WINDOWS) {
			throw new IllegalArgumentException("a period opens at most 400 days before its cut-off, grace is at most 60 working days, windows at most 100");
		}
		if (closesWorkingDays != null && (closesWorkingDays < graceWorkingDays || closesWorkingDays > MOST_TO_CLOSE)) {
			throw new IllegalArgumentException("a period closes at most 250 working days after its deadline, and not before its grace is over");
		}
		if (type != PeriodType.WINDOW && !windows.isEmpty()) {
			throw new IllegalArgumentException("only reports by window have windows");
		}
		requireDays(type, cutOff);
	}

	/** In any month of a leap year and of the one after it the data end on the day they begin or later. */
	private static void requireDays(PeriodType type, CutOff cutOff) {
		for (LocalDate starts = NamedPeriods.containing(type, LEAP_DAY); type != PeriodType.WINDOW && starts.isBefore(LEAP_DAY.plusYears(2));
				starts = NamedPeriods.next(type, starts)) {
			if (cutOff.to(type, starts).isBefore(cutOff.from(type, starts))) {
				throw new IllegalArgumentException("the data of a period end before they begin");
			}
		}
	}

	/** Whether agencies could begin to report for some period only after it is due. */
	boolean opensTooLate() {
		List<ReportPeriod> some = type == PeriodType.WINDOW ? windows.stream().map(PeriodRule::window).toList() : within(LEAP_DAY, LEAP_DAY.plusYears(2));
		return some.stream().anyMatch(period -> deadline.earliest(period.to()).isBefore(period.to().minusDays(opensDaysBefore)));
	}

	static PeriodRule usual(PeriodType type) {
		return new PeriodRule(type, CutOff.inDays(type) ? CutOff.CALENDAR : CutOff.DECREE, Deadline.USUAL, 5, 0, List.of());
	}

	/** Periods whose first named day lies within the days, earliest first. */
	List<ReportPeriod> within(LocalDate first, LocalDate last) {
		if (type == PeriodType.WINDOW) {
			return windows.stream().filter(window -> !window.from().isBefore(first) && !window.from().isAfter(last)).map(PeriodRule::window).toList();
		}
		List<ReportPeriod> periods = new ArrayList<>();
		LocalDate starts = NamedPeriods.containing(type, first);
		for (starts = starts.isBefore(first) ? NamedPeriods.next(type, starts) : starts; !starts.isAfter(last) && periods.size() < MOST;) {
			periods.add(period(starts));
			starts = NamedPeriods.next(type, starts);
		}
		return periods;
	}

	Optional<ReportPeriod> find(String code) {
		Optional<LocalDate> starts = NamedPeriods.parse(type, code);
		if (type == PeriodType.WINDOW) {
			return starts.flatMap(day -> windows.stream().filter(window -> window.from().equals(day)).map(PeriodRule::window).findFirst());
		}
		return starts.map(this::period);
	}

	Opening opening(ReportPeriod period, int version, WorkingCalendar calendar) {
		ZonedDateTime due = deadline.after(period.to(), calendar);
		ZonedDateTime grace = Deadline.workingDays(due.toLocalDate(), graceWorkingDays, calendar).atTime(due.toLocalTime()).atZone(Page.ZONE);
		ZonedDateTime opens = period.to().minusDays(opensDaysBefore).atStartOfDay(Page.ZONE);
		return new Opening(period, version, opens.toInstant(), due.toInstant(), grace.toInstant(), null);
	}

	/**
	 * When a period closes by itself: so many working days after its deadline. One that was made out on a later day than it opens, after a long stop or by a version published meanwhile, leaves
	 * agencies the same time: as many working days from that day as from its opening to its closing.
	 */
	Optional<Instant> closes(Opening opening, @Nullable Instant madeOutAt, WorkingCalendar calendar) {
		if (closesWorkingDays == null) {
			return Optional.empty();
		}
		ZonedDateTime due = opening.dueAt().atZone(Page.ZONE);
		LocalDate planned = Deadline.workingDays(due.toLocalDate(), closesWorkingDays, calendar);
		LocalDate opens = opening.opensAt().atZone(Page.ZONE).toLocalDate();
		LocalDate madeOut = madeOutAt == null ? opens : madeOutAt.atZone(Page.ZONE).toLocalDate();
		LocalDate closes = madeOut.isAfter(opens) ? Deadline.workingDays(madeOut, workingDays(opens, planned, calendar), calendar) : planned;
		return Optional.of(closes.atTime(due.toLocalTime()).atZone(Page.ZONE).toInstant());
	}

	/** From the day after one to another; none where that lies before it. */
	private static int workingDays(LocalDate after, LocalDate last, WorkingCalendar calendar) {
		return last.isBefore(after) ? 0 : (int) after.plusDays(1).datesUntil(last.plusDays(1)).filter(calendar::workingDay).count();
	}

	private ReportPeriod period(LocalDate starts) {
		return new ReportPeriod(type, NamedPeriods.code(type, starts), starts, cutOff.from(type, starts), cutOff.to(type, starts));
	}

	private static ReportPeriod window(Window window) {
		return new ReportPeriod(PeriodType.WINDOW, NamedPeriods.code(PeriodType.WINDOW, window.from()), window.from(), window.from(), window.to());
	}

}
