package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.Totals.Tally;
import vn.motcua.reporting.ValueSource;

/** What other rooms ask of the work: who owes what, and whether figures may be changed now. */
@Service
class ReportWork implements Reports {

	private final ObligationStore obligations;

	private final StepStore steps;

	private final Reach reach;

	private final Regimes regimes;

	private final Totals totals;

	private final WorkWords words;

	private final Clock clock;

	ReportWork(ObligationStore obligations, StepStore steps, Reach reach, @Lazy Regimes regimes, @Lazy Totals totals, WorkWords words, Clock clock) {
		this.obligations = obligations;
		this.steps = steps;
		this.reach = reach;
		this.regimes = regimes;
		this.totals = totals;
		this.words = words;
		this.clock = clock;
	}

	@Override
	public Optional<Obligation> find(SheetKey key) {
		return obligations.find(key).map(row -> row.obligation(clock.instant()));
	}

	@Override
	public Standing standing(SheetKey key, Actor actor) {
		ObligationRow row = obligations.find(key).orElse(null);
		return new Standing(row == null ? null : row.obligation(clock.instant()), refusal(row, key, ValueSource.TYPED, actor));
	}

	@Override
	public List<Counted> counted(int regime, LocalDate period) {
		return obligations.counted(regime, period);
	}

	@Override
	public List<Step> steps(SheetKey key) {
		return steps.all(key);
	}

	@Override
	public boolean sees(SheetKey key, Actor actor) {
		return reach.sees(key, actor) || obligations.find(key).filter(row -> reach.sees(row, actor)).isPresent();
	}

	@Override
	public void visible(SheetKey key, Actor actor) {
		if (!sees(key, actor)) {
			throw new ProblemException(ReportingProblem.NO_SUCH_REPORT);
		}
	}

	@Override
	public void fillable(SheetKey key, Actor actor) {
		fillable(key, ValueSource.TYPED, actor);
	}

	@Override
	public void fillable(SheetKey key, ValueSource source, Actor actor) {
		ProblemException refused = refusal(obligations.find(key).orElse(null), key, source, actor);
		if (refused != null) {
			throw refused;
		}
	}

	@Override
	public Map<SheetKey, ProblemException> refused(Collection<SheetKey> keys, Actor actor) {
		Map<SheetKey, ObligationRow> found = new HashMap<>();
		obligations.findAll(keys).forEach(row -> found.put(row.key(), row));
		Map<SheetKey, ProblemException> refused = new HashMap<>();
		for (SheetKey key : keys) {
			ProblemException refusal = refusal(found.get(key), key, ValueSource.API, actor);
			if (refusal != null) {
				refused.put(key, refusal);
			}
		}
		return refused;
	}

	@Override
	public void touched(SheetKey key, Actor actor) {
		touched(key, ValueSource.TYPED, actor);
	}

	@Override
	public void touched(SheetKey key, ValueSource source, Actor actor) {
		begin(List.of(key), source, actor);
	}

	@Override
	public void touched(Collection<SheetKey> keys, Actor actor) {
		begin(keys, ValueSource.API, actor);
	}

	/**
	 * Open reports become drafts; one that left its reporter meanwhile is refused, and with it what was saved. Whoever only goes on with a draft shares
	 * the row with others who do.
	 */
	private void begin(Collection<SheetKey> keys, ValueSource source, Actor actor) {
		List<ObligationRow> found = obligations.findAll(keys);
		List<ObligationRow> begun = obligations.lockAll(keys(found, true));
		List<ObligationRow> shared = obligations.shareAll(keys(found, false));
		for (ObligationRow row : begun) {
			requireOpen(row, source);
		}
		for (ObligationRow row : shared) {
			requireOpen(row, source);
			if (starts(row)) {
				throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
			}
		}
		requireNotClosed(begun, shared);
		List<ObligationRow> starting = begun.stream().filter(ReportWork::starts).toList();
		if (!starting.isEmpty()) {
			Instant now = clock.instant();
			steps.started(starting, actor, now);
			obligations.start(starting.stream().map(ObligationRow::key).toList(), now);
			count(starting, State.OPEN, List.of(Tally.STARTED), List.of());
			count(starting, State.RETURNED, List.of(), List.of(Tally.RETURNED));
		}
	}

	private void count(List<ObligationRow> rows, State from, List<Tally> in, List<Tally> out) {
		List<SheetKey> keys = rows.stream().filter(row -> row.state() == from).map(ObligationRow::key).toList();
		if (!keys.isEmpty()) {
			totals.count(keys, in, out);
		}
	}

	private void requireOpen(ObligationRow row, ValueSource source) {
		if (!open(row, source)) {
			throw words.notFillable(row.state());
		}
	}

	/** A period may have been closed since the answer that it is open, here or on another node. */
	private void requireNotClosed(List<ObligationRow> begun, List<ObligationRow> shared) {
		Instant now = clock.instant();
		Set<SheetKey> overdue = Stream.concat(begun.stream(), shared.stream()).filter(row -> row.overdue(now)).map(ObligationRow::key).collect(Collectors.toSet());
		if (!overdue.isEmpty() && obligations.closed(overdue)) {
			throw new ProblemException(ReportingProblem.PERIOD_CLOSED);
		}
	}

	/** What was put before the leader comes back to its own clerk only. */
	private static boolean open(ObligationRow row, ValueSource source) {
		return row.state().open() && (source != ValueSource.ON_BEHALF || row.state() != State.CHECKED);
	}

	private static List<SheetKey> keys(List<ObligationRow> rows, boolean starting) {
		return rows.stream().filter(row -> starts(row) == starting).map(ObligationRow::key).toList();
	}

	private static boolean starts(ObligationRow row) {
		return ReportLifecycle.allowed(row.state(), Act.START);
	}

	/** Writes a row and counts what it counts as now. */
	void keep(ObligationRow before, ObligationRow after) {
		if (!obligations.update(after)) {
			throw new IllegalStateException("a report that was held changed meanwhile");
		}
		Set<Tally> in = EnumSet.copyOf(after.tallies());
		in.removeAll(before.tallies());
		Set<Tally> out = EnumSet.copyOf(before.tallies());
		out.removeAll(after.tallies());
		if (!in.isEmpty() || !out.isEmpty()) {
			totals.count(after.key(), new ArrayList<>(in), new ArrayList<>(out));
		}
	}

	private @Nullable ProblemException refusal(@Nullable ObligationRow row, SheetKey key, ValueSource source, Actor actor) {
		if (row == null) {
			return notOwed();
		}
		if (source == ValueSource.ON_BEHALF ? !reach.standsIn(row, actor) : !reach.fills(key, actor)) {
			return new ProblemException(ReportingProblem.OTHER_AGENCY);
		}
		if (!open(row, source)) {
			return words.notFillable(row.state());
		}
		Instant now = clock.instant();
		Regimes.Opening opening = regimes.periods(key.regime(), key.period(), key.period()).stream().findFirst().orElse(null);
		if (opening != null && now.isBefore(opening.opensAt())) {
			return WorkWords.notOpenYet(opening.opensAt());
		}
		return opening != null && row.shut(opening, now) ? new ProblemException(ReportingProblem.PERIOD_CLOSED) : null;
	}

	private static ProblemException notOwed() {
		return new ProblemException(ReportingProblem.NOT_OWED);
	}

}
