package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Regimes.Stage;
import vn.motcua.reporting.ReportingProblem;

/**
 * How a period stands, and its closing by the owner of the regime (<i>đóng kỳ báo cáo</i>): what was accepted is closed and changes by correction alone, what was
 * not sent is taken no more unless it was given more time. Nothing opens a closed period again.
 */
@Service
public class PeriodClosing {

	private final ClosingStore store;

	private final ReportLists lists;

	private final Regimes regimes;

	private final ActRules rules;

	private final Clock clock;

	PeriodClosing(ClosingStore store, ReportLists lists, @Lazy Regimes regimes, ActRules rules, Clock clock) {
		this.store = store;
		this.lists = lists;
		this.regimes = regimes;
		this.rules = rules;
		this.clock = clock;
	}

	public PeriodStanding standing(Regime regime, Opening opening) {
		Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
		LocalDate starts = opening.period().starts();
		Instant madeOut = store.madeOutAt(regime.number(), starts).orElse(null);
		return new PeriodStanding(regime, opening, store.counts(regime.number(), starts, now), madeOut, store.find(regime.number(), starts).orElse(null),
				regimes.closesAt(regime.number(), opening, madeOut).orElse(null), now);
	}

	/** Those who have not handed in, whoever they report to. */
	public Slice<ListedReport> outstanding(PeriodStanding standing, int limit, @Nullable String after) {
		return lists.named(store.outstanding(standing.regime().number(), standing.opening().period().starts(), limit, after));
	}

	/** Whether this actor could close periods of a regime. */
	public boolean owns(Regime regime, Actor actor) {
		return rules.owns(regime, actor);
	}

	/**
	 * @param outstanding how many reports the owner saw that had not come; when it is another number now, nothing is closed
	 * @return how it stood when it was closed
	 */
	@Transactional
	public PeriodStanding close(Regime regime, Opening opening, @Nullable Integer outstanding, Actor actor) {
		rules.requireOwner(regime, actor);
		store.hold(regime.number(), opening.period().starts());
		PeriodStanding standing = standing(regime, opening);
		require(standing);
		if (outstanding == null || outstanding != standing.outstanding()) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/outstanding", "reporting.work.outstanding", "n", standing.outstanding())));
		}
		if (!store.add(standing, actor)) {
			throw new ProblemException(ReportingProblem.PERIOD_CLOSED);
		}
		regimes.close(regime.number(), opening.period().starts());
		store.closeAccepted(standing, actor);
		return standing;
	}

	/** Closes a period whose regime said that it closes by a moment, whatever has come; false when somebody did already, or nothing is there to close yet. */
	@Transactional
	boolean closeByRule(Regime regime, Opening opening, Instant by) {
		Actor platform = Actor.platform();
		store.hold(regime.number(), opening.period().starts());
		PeriodStanding standing = standing(regime, opening);
		boolean closes = standing.stage() == Stage.PAST_DUE && standing.counts().expected() > 0 && standing.closesAt() != null && !standing.closesAt().isAfter(by);
		if (!closes || !store.add(standing, platform)) {
			return false;
		}
		regimes.close(regime.number(), opening.period().starts());
		store.closeAccepted(standing, platform);
		return true;
	}

	private static void require(PeriodStanding standing) {
		if (standing.stage() == Stage.CLOSED || standing.closing() != null) {
			throw new ProblemException(ReportingProblem.PERIOD_CLOSED);
		}
		if (standing.stage() != Stage.PAST_DUE) {
			throw new ProblemException(ReportingProblem.NOT_DUE_YET, "due", WorkWords.moment(standing.opening().graceUntil()));
		}
		if (standing.counts().expected() == 0) {
			throw new ProblemException(ReportingProblem.NOBODY_OWES);
		}
	}

}
