package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

import vn.motcua.agency.Agencies;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.reporting.AnsweredFor;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports.State;
import vn.motcua.reporting.Reports.Step;
import vn.motcua.reporting.SheetKey;
import vn.motcua.site.Page;

/** Reports as desks and pages list them. */
@Service
public class ReportLists {

	private static final int BELOW_DAYS = 400;

	private final DeskStore store;

	private final ObligationStore obligations;

	private final StepStore steps;

	private final SignedReportStore signed;

	private final Regimes regimes;

	private final Agencies agencies;

	private final AnsweredFor answered;

	private final Clock clock;

	ReportLists(DeskStore store, ObligationStore obligations, StepStore steps, SignedReportStore signed, @Lazy Regimes regimes, Agencies agencies, AnsweredFor answered,
			Clock clock) {
		this.store = store;
		this.obligations = obligations;
		this.steps = steps;
		this.signed = signed;
		this.regimes = regimes;
		this.agencies = agencies;
		this.answered = answered;
		this.clock = clock;
	}

	/** How much of each an agency has: reports it owes, of them late, and reports that came to it. */
	public record Side(int owed, int late, int arrived) {
	}

	/** Reports under one regime for one period that go to one agency. @param formerly whom they went to before it went into the reader's, {@code null} for the reader's own */
	public record Below(Regime regime, Opening opening, String href, Counts counts, @Nullable LocalizedText formerly) {
	}

	public Side side(AgencyId agency) {
		DeskStore.Side side = store.side(ReceiverScope.of(answered.by(agency), regimes), clock.instant());
		return new Side(side.owed(), side.late(), side.arrived());
	}

	/** What an agency owes, first what is in one of these states, the earliest deadline first; or what is done, newest first. */
	public Slice<ListedReport> owed(AgencyId agency, boolean done, List<State> turn, Limit limit, @Nullable String after) {
		return named(store.owed(answered.by(agency), done, turn, clock.instant(), limit, after));
	}

	/** What was sent to an agency and waits there, the oldest first. */
	public Slice<ListedReport> arrived(AgencyId agency, Limit limit, @Nullable String after) {
		return named(store.arrived(ReceiverScope.of(answered.by(agency), regimes), limit, after));
	}

	/** What agencies below owe to one, by regime and period, newest first. */
	public List<Below> below(AgencyId agency) {
		Instant now = clock.instant();
		LocalDate today = LocalDate.ofInstant(now, Page.ZONE);
		return store.below(ReceiverScope.of(answered.by(agency), regimes), today.minusDays(BELOW_DAYS), now).stream().flatMap(below -> {
			Regime regime = regimes.get(below.regime());
			AgencyId receiver = below.receiver() == Subjects.OWNER ? regime.owner() : new AgencyId(below.receiver());
			return regimes.periods(below.regime(), below.period(), below.period()).stream().map(opening -> new Below(regime, opening, gatherHref(regime, opening, receiver), below.counts(),
					receiver.equals(agency) ? null : agencies.get(receiver, opening.period().to()).fullName()));
		}).toList();
	}

	/** What goes to one agency under a regime for a period, in the order of the reporters' numbers. */
	public Slice<ListedReport> gathered(ReportAddress gatherer, List<String> states, boolean missing, int limit, @Nullable String after) {
		return named(store.gathered(gatherer.regime().number(), gatherer.key().period(), receiver(gatherer), states, null, missing, clock.instant(), limit, after));
	}

	/** Of them those that count as sent, also while they are corrected, or those that do not. */
	public Slice<ListedReport> gathered(ReportAddress gatherer, boolean handedIn, int limit, @Nullable String after) {
		return named(store.gathered(gatherer.regime().number(), gatherer.key().period(), receiver(gatherer), List.of(), handedIn, false, clock.instant(), limit, after));
	}

	/** How far the reports are that go to one agency under a regime for a period. */
	public Counts counts(ReportAddress gatherer) {
		return store.counts(gatherer.regime().number(), gatherer.key().period(), receiver(gatherer), clock.instant());
	}

	/** How many of them are in a state. */
	public int inState(ReportAddress gatherer, String state) {
		return store.inState(gatherer.regime().number(), gatherer.key().period(), receiver(gatherer), state);
	}

	public Optional<ListedReport> find(SheetKey key) {
		return obligations.find(key).map(this::named);
	}

	/** Reports under a regime, newest period first. */
	public Slice<ListedReport> listed(Regime regime, @Nullable Opening opening, @Nullable AgencyId agency, Limit limit, @Nullable String after) {
		int receiver = agency == null ? -1 : ReceiverScope.receiver(agency, regime, answered);
		return named(store.listed(regime.number(), opening == null ? null : opening.period().starts(), agency == null ? 0 : agency.value(), receiver, limit, after));
	}

	public ListedReport named(ObligationRow row) {
		return new ListedReport(ReportAddress.of(regimes, agencies, row.key()), row, clock.instant());
	}

	public List<Step> steps(SheetKey key) {
		return steps.all(key);
	}

	/** Newest first. */
	public List<SignedReport> signed(SheetKey key) {
		return signed.all(key);
	}

	public Instant now() {
		return clock.instant();
	}

	public String gatherHref(Regime regime, Opening opening, AgencyId agency) {
		return "/bao-cao/tong-hop/" + new ReportAddress(regime, opening, agencies.get(agency, opening.period().to())).path();
	}

	private int receiver(ReportAddress gatherer) {
		return ReceiverScope.receiver(gatherer.agency().id(), gatherer.regime(), answered);
	}

	Slice<ListedReport> named(Slice<ObligationRow> slice) {
		Map<SheetKey, Opening> openings = new HashMap<>();
		Instant now = clock.instant();
		return slice.map(row -> {
			SheetKey any = new SheetKey(row.key().regime(), row.key().period(), new AgencyId(1));
			Opening opening = openings.computeIfAbsent(any, key -> regimes.periods(key.regime(), key.period(), key.period()).getFirst());
			Regime regime = regimes.get(row.key().regime());
			return new ListedReport(new ReportAddress(regime, opening, agencies.get(row.key().agency(), opening.period().to())), row, now);
		});
	}

}
