package vn.motcua.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.ProblemException;

/** The work of reporting: who owes what, how far it is, and the steps that move it. */
public interface Reports {

	/** How far a report is. Circular rules of each regime; the order is that of the work. */
	enum State {
		OPEN, DRAFTING, CHECKED, APPROVED, SENT, RECEIVED, RETURNED, ACCEPTED, AGGREGATED, CLOSED;

		/** Whether its reporter may still change figures. */
		public boolean open() {
			return this == OPEN || this == DRAFTING || this == CHECKED || this == RETURNED;
		}

	}

	/** @param receiver whom it goes to; {@code null} for the regime's owner */
	record Obligation(SheetKey key, State state, @Nullable AgencyId receiver, Instant dueAt, @Nullable Instant sentAt, boolean late, int version,
			@Nullable Integer signedVersion) {
	}

	/** @param reason why it was returned or put off */
	record Step(int number, String kind, @Nullable State from, State to, @Nullable String reason, @Nullable Instant dueAt, @Nullable Integer sheetVersion,
			String by, Instant at) {

		/** The return that has not been answered by sending again, {@code null} when there is none. What leaves the state as it is, such as a reminder, is none. */
		public static @Nullable Step unansweredReturn(List<Step> steps) {
			Step last = steps.stream().filter(step -> step.from() != step.to() && (step.to() == State.RETURNED || step.to() == State.SENT)).max(Comparator.comparingInt(Step::number)).orElse(null);
			return last == null || last.to() == State.SENT ? null : last;
		}

	}

	/**
	 * A report as it is to count in the totals.
	 *
	 * @param last the state its last step led to, {@code null} when it has none
	 */
	record Counted(int agency, State state, @Nullable State last, Set<Totals.Tally> tallies) {
	}

	/**
	 * How a report stands for who would fill it in.
	 *
	 * @param obligation {@code null} where nobody owes it
	 * @param refusal why its figures may not be changed now, {@code null} when they may
	 */
	record Standing(@Nullable Obligation obligation, @Nullable ProblemException refusal) {
	}

	Optional<Obligation> find(SheetKey key);

	/** A report with what {@link #fillable(SheetKey, Actor)} would say, in one read. */
	Standing standing(SheetKey key, Actor actor);

	/** All reports owed for a period, for whoever checks the counts of the work. */
	List<Counted> counted(int regime, LocalDate period);

	/** What happened to a report, oldest first. */
	List<Step> steps(SheetKey key);

	/**
	 * Whether this actor may look at a report with its steps, reasons and names: the agency itself, those it stands under or sends it to, and the owner
	 * of the regime. State and figures are everybody's.
	 */
	boolean sees(SheetKey key, Actor actor);

	/** @throws ProblemException as if there were no such report, when this actor may not see it */
	void visible(SheetKey key, Actor actor);

	/**
	 * Whether this actor may change figures of a report now.
	 *
	 * @throws vn.motcua.kernel.problem.ProblemException when not: another agency's, not open yet, sent already, closed
	 */
	void fillable(SheetKey key, Actor actor);

	/**
	 * As {@link #fillable(SheetKey, Actor)} for figures that come in this way. {@link ValueSource#ON_BEHALF} asks whether the actor may enter them in place
	 * of the agency that owes them: a clerk of an agency it stands under or sends to, or of the regime's owner, while it has not been put before a leader.
	 */
	void fillable(SheetKey key, ValueSource source, Actor actor);

	/** As {@link #fillable(SheetKey, Actor)} for many in one round trip: those whose figures may not be changed, and why. */
	Map<SheetKey, ProblemException> refused(Collection<SheetKey> keys, Actor actor);

	/**
	 * Figures were saved: an open report becomes a draft; joins the transaction. Nothing where no report is owed.
	 *
	 * @throws vn.motcua.kernel.problem.ProblemException when the report left its reporter meanwhile, so that nothing is saved
	 */
	void touched(SheetKey key, Actor actor);

	/** As {@link #touched(SheetKey, Actor)} for figures that came in this way. */
	void touched(SheetKey key, ValueSource source, Actor actor);

	/** As {@link #touched(SheetKey, Actor)} for many. */
	void touched(Collection<SheetKey> keys, Actor actor);

}
