package vn.motcua.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Report regimes, their versions and periods. Regimes are answered from memory. */
public interface Regimes {

	Optional<Regime> find(RegimeCode code);

	Regime get(int number);

	/** As one of its published versions says; a period names the version it runs on. */
	Regime get(int number, int version);

	/** Published ones in the order of their codes, at most 2,000. */
	List<Regime> all();

	/** The template that a period runs on. */
	Template template(int regime, LocalDate period);

	/** Periods that begin within the days, earliest first; opened ones and those still to come by the rule of the regime. */
	List<Opening> periods(int regime, LocalDate from, LocalDate to);

	/** By the written code, whether opened yet or not; empty when the regime has no such period. */
	Optional<Opening> period(int regime, String code);

	/**
	 * Fixes the moments and the version of a period as the rule says now, so that a later version leaves them alone; a period that was opened stays as
	 * it is. Joins the caller's transaction.
	 */
	Opening open(int regime, String code);

	/** No more is taken for an opened period. Joins the caller's transaction. */
	void close(int regime, LocalDate starts);

	/**
	 * When a period closes by itself, as the version says that it runs on; empty where the owner closes it.
	 *
	 * @param madeOutAt when its reports were made out, {@code null} while they are not; late by days, and it closes as many working days after as the rule leaves between opening and closing
	 */
	Optional<Instant> closesAt(int regime, Opening opening, @Nullable Instant madeOutAt);

	/**
	 * A period with its moments.
	 *
	 * @param opensAt from when agencies can report
	 * @param dueAt until when they must
	 * @param graceUntil until when a report is still counted as on time
	 * @param closedAt when no more is taken, {@code null} while it is
	 */
	record Opening(ReportPeriod period, int regimeVersion, Instant opensAt, Instant dueAt, Instant graceUntil, @Nullable Instant closedAt) {

		public Stage stage(Instant now) {
			if (closedAt != null) {
				return Stage.CLOSED;
			}
			return now.isBefore(opensAt) ? Stage.PLANNED : now.isAfter(graceUntil) ? Stage.PAST_DUE : Stage.OPEN;
		}

	}

	/** How far a period is: to come, being reported for, past its deadline, or closed by the regime's owner. */
	enum Stage {
		PLANNED, OPEN, PAST_DUE, CLOSED;

		/** Key of its words. */
		public String label() {
			return "reporting.period-stage." + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
