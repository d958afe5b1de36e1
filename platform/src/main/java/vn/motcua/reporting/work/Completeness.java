package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.Totals.Tally;
import vn.motcua.reporting.Totals.Total;

/**
 * How complete and how timely reports are (<i>tình hình chấp hành chế độ báo cáo</i>), from the counts kept in the totals and the clock: a unit's
 * figure is of its own report and of all under it.
 */
@Service
public class Completeness {

	public static final int MOST_ROWS = 20_000;

	private final Regimes regimes;

	private final Totals totals;

	private final CompletenessStore store;

	private final Agencies agencies;

	private final Clock clock;

	Completeness(@Lazy Regimes regimes, @Lazy Totals totals, CompletenessStore store, Agencies agencies, Clock clock) {
		this.regimes = regimes;
		this.totals = totals;
		this.store = store;
		this.agencies = agencies;
		this.clock = clock;
	}

	/** Level of the rows; the country is one row without a unit. */
	public enum By {
		COUNTRY, MINISTRY, PROVINCE, DISTRICT, COMMUNE
	}

	/** @param unit number of the unit, 0 for the country */
	public record Line(int unit, String code, LocalizedText name, LocalDate period, String periodCode, Counts counts) {
	}

	/**
	 * In the order of periods and of the units' codes.
	 *
	 * @param parent the unit whose communes are asked for; of provinces, districts and ministries all are answered
	 */
	public List<Line> of(Regime regime, LocalDate from, LocalDate to, By by, @org.jspecify.annotations.Nullable AgencyId parent) {
		Map<LocalDate, Opening> openings = new LinkedHashMap<>();
		regimes.periods(regime.number(), from, to).forEach(opening -> openings.put(opening.period().starts(), opening));
		if (openings.isEmpty()) {
			return List.of();
		}
		return by == By.COMMUNE ? communes(regime, from, to, openings, java.util.Objects.requireNonNull(parent)) : units(regime, from, to, openings, by);
	}

	private List<Line> units(Regime regime, LocalDate from, LocalDate to, Map<LocalDate, Opening> openings, By by) {
		Instant now = clock.instant();
		Map<LocalDate, Map<Integer, Agency>> ofDay = new HashMap<>();
		openings.forEach((period, opening) -> ofDay.put(period, named(by, opening.period().to())));
		List<Integer> units = by == By.COUNTRY ? List.of(Totals.COUNTRY) : ofDay.values().stream().flatMap(day -> day.keySet().stream()).distinct().toList();
		Map<LocalDate, Map<Integer, Integer>> waiting = waiting(regime, from, to, openings, now);
		List<Line> lines = new ArrayList<>();
		for (Total total : totals.tallies(regime.number(), from, to, units)) {
			Opening opening = openings.get(total.period());
			Agency agency = opening == null ? null : ofDay.get(total.period()).get(total.unit());
			if (opening != null && total.tallies().length > 0 && (agency != null || total.unit() == Totals.COUNTRY) && lines.size() < MOST_ROWS) {
				int later = waiting.getOrDefault(total.period(), Map.of()).getOrDefault(total.unit(), 0);
				lines.add(line(agency, opening, counts(total.tallies(), now.isAfter(opening.graceUntil()), later)));
			}
		}
		return lines;
	}

	private Map<Integer, Agency> named(By by, LocalDate day) {
		Map<Integer, Agency> units = new LinkedHashMap<>();
		if (by != By.COUNTRY) {
			agencies.all(Level.valueOf(by.name()), day).forEach(agency -> units.put(agency.id().value(), agency));
		}
		return units;
	}

	/** How many reports under a unit have time left though the period's deadline has passed. */
	private Map<LocalDate, Map<Integer, Integer>> waiting(Regime regime, LocalDate from, LocalDate to, Map<LocalDate, Opening> openings, Instant now) {
		Map<LocalDate, Map<Integer, Integer>> counts = new HashMap<>();
		for (CompletenessStore.Waiting one : store.waiting(regime.number(), from, to, now)) {
			Opening opening = openings.get(one.period());
			if (opening != null) {
				Map<Integer, Integer> ofPeriod = counts.computeIfAbsent(one.period(), _ -> new HashMap<>());
				ofPeriod.merge(Totals.COUNTRY, 1, Integer::sum);
				agencies.withAncestors(new AgencyId(one.agency()), opening.period().to()).forEach(unit -> ofPeriod.merge(unit.id().value(), 1, Integer::sum));
			}
		}
		return counts;
	}

	private List<Line> communes(Regime regime, LocalDate from, LocalDate to, Map<LocalDate, Opening> openings, AgencyId parent) {
		LocalDate day = openings.values().stream().reduce((_, last) -> last).orElseThrow().period().to();
		List<Integer> under = under(parent, day).stream().map(agency -> agency.id().value()).toList();
		List<Line> lines = new ArrayList<>();
		for (CompletenessStore.One one : store.one(regime.number(), from, to, under, clock.instant())) {
			Opening opening = openings.get(one.period());
			if (opening != null && lines.size() < MOST_ROWS) {
				lines.add(line(agencies.get(new AgencyId(one.agency()), opening.period().to()), opening, one.counts()));
			}
		}
		return lines;
	}

	private List<Agency> under(AgencyId parent, LocalDate day) {
		List<Agency> communes = new ArrayList<>(agencies.children(parent, Level.COMMUNE, day));
		agencies.children(parent, Level.DISTRICT, day).forEach(district -> communes.addAll(agencies.children(district.id(), Level.COMMUNE, day)));
		return communes;
	}

	private static Line line(@org.jspecify.annotations.Nullable Agency agency, Opening opening, Counts counts) {
		return agency == null ? new Line(0, "", new LocalizedText("Cả nước", "The whole country"), opening.period().starts(), opening.period().code(), counts)
				: new Line(agency.id().value(), vn.motcua.reporting.ReportAddress.name(agency), agency.name(), opening.period().starts(), opening.period().code(), counts);
	}

	private static Counts counts(int[] tallies, boolean past, int later) {
		int expected = tally(tallies, Tally.EXPECTED);
		int sent = tally(tallies, Tally.SENT);
		return new Counts(expected, tally(tallies, Tally.STARTED), sent, tally(tallies, Tally.SENT_ON_TIME), past ? Math.max(0, expected - sent - later) : 0,
				tally(tallies, Tally.ACCEPTED));
	}

	private static int tally(int[] tallies, Tally tally) {
		return tally.ordinal() < tallies.length ? tallies[tally.ordinal()] : 0;
	}

}
