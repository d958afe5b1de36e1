package vn.motcua.reporting.counted;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Attempts;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportChecks;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.ValueSource;

/**
 * Counts one period for who owes the report and has not put it before a leader, keeps the counts, and writes them into the sheets where nobody corrected them.
 * What the form computes follows from what then stands there.
 */
@Component
class Counting {

	static final RegimeCode REGIME = new RegimeCode("VPCP.KSTTHC.THANG");

	/** What was put before the leader stays as it was checked. */
	private static final Set<Reports.State> COUNTED_IN = EnumSet.of(Reports.State.OPEN, Reports.State.DRAFTING, Reports.State.RETURNED);

	private static final Logger LOG = LoggerFactory.getLogger(Counting.class);

	private final List<CountedForm> forms;

	private final CountedStore store;

	private final Regimes regimes;

	private final Cells cells;

	private final Sheets sheets;

	private final Reports reports;

	private final ReportChecks checks;

	private final Attempts attempts;

	private final Clock clock;

	Counting(List<CountedForm> forms, CountedStore store, Regimes regimes, Cells cells, Sheets sheets, Reports reports, ReportChecks checks, Attempts attempts,
			Clock clock) {
		this.forms = forms;
		this.store = store;
		this.regimes = regimes;
		this.cells = cells;
		this.sheets = sheets;
		this.reports = reports;
		this.checks = checks;
		this.attempts = attempts;
		this.clock = clock;
	}

	/** All periods at once: what is counted from is read once for all of them. @return reports counted */
	int count(Regime current, List<Opening> openings) {
		List<CountedPeriod> periods = openings.stream().map(opening -> new CountedPeriod(regimes.get(current.number(), opening.regimeVersion()), opening)).toList();
		List<Map<Integer, SortedMap<Integer, Long>>> counts = new ArrayList<>();
		periods.forEach(_ -> counts.add(new TreeMap<>()));
		for (CountedForm form : forms) {
			List<Map<Integer, Map<Integer, Long>>> of = form.counts(periods);
			for (int at = 0; at < periods.size(); at++) {
				Map<Integer, SortedMap<Integer, Long>> all = counts.get(at);
				of.get(at).forEach((unit, amounts) -> all.computeIfAbsent(unit, number -> new TreeMap<>()).putAll(amounts));
			}
		}
		int counted = 0;
		for (int at = 0; at < periods.size(); at++) {
			counted += write(periods.get(at), counts.get(at));
		}
		return counted;
	}

	private int write(CountedPeriod period, Map<Integer, SortedMap<Integer, Long>> counts) {
		Regime regime = period.regime();
		Opening opening = period.opening();
		store.units(regime.number(), opening.period().starts()).forEach(unit -> counts.putIfAbsent(unit, new TreeMap<>()));
		Set<Integer> reported = reported(regime, opening);
		int counted = 0;
		for (Map.Entry<Integer, SortedMap<Integer, Long>> unit : counts.entrySet()) {
			unit.getValue().keySet().retainAll(reported);
			SheetKey key = new SheetKey(regime.number(), opening.period().starts(), new AgencyId(unit.getKey()));
			if (reports.find(key).filter(report -> COUNTED_IN.contains(report.state())).isPresent()) {
				counted += follow(key, unit.getValue()) ? 1 : 0;
			}
		}
		return counted;
	}

	/** Places that the form of the period has and does not compute itself. */
	private Set<Integer> reported(Regime regime, Opening opening) {
		Set<Integer> reported = new HashSet<>();
		regimes.template(regime.number(), opening.period().starts()).tables().stream().flatMap(table -> table.cells().stream()).forEach(cell -> {
			if (cell.formula() == null && cell.indicator() != null) {
				cells.find(regime.number(), cell.indicator(), cell.breakdown()).ifPresent(place -> reported.add(place.position()));
			}
		});
		return reported;
	}

	private boolean follow(SheetKey key, SortedMap<Integer, Long> counts) {
		try {
			attempts.run(() -> write(key, counts));
			checks.complete(key, Actor.platform());
			return true;
		}
		catch (ProblemException sentMeanwhile) {
			LOG.debug("{} of {} is not counted: {}", key.agency(), key.period(), sentMeanwhile.code());
			return false;
		}
	}

	/** A figure that is not what was counted last is the agency's correction and stands; nothing is left of what was counted once and is no more. */
	private void write(SheetKey key, SortedMap<Integer, Long> counts) {
		Map<Integer, BigDecimal> before = store.of(key);
		before.keySet().forEach(place -> counts.putIfAbsent(place, 0L));
		Sheets.Sheet sheet = sheets.sheet(key);
		List<CellChange> changes = new ArrayList<>();
		counts.forEach((place, count) -> {
			BigDecimal stands = sheet.amounts().get(place);
			if (same(stands, before.get(place)) && !same(stands, BigDecimal.valueOf(count))) {
				changes.add(new CellChange(place, BigDecimal.valueOf(count), sheet.version()));
			}
		});
		if (!changes.isEmpty()) {
			sheets.save(key, changes, ValueSource.COUNTED, Actor.platform());
		}
		store.put(key, counts, clock.instant());
	}

	private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return one == null || other == null ? Objects.equals(one, other) : one.compareTo(other) == 0;
	}

}
