package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.work.Completeness.By;

/** How complete and timely the reports of each level are, each agency's own alone. The lowest level is what the country has beside the others, for its agencies are many. */
@Service
public class LevelCompleteness {

	private final Completeness completeness;

	private final CompletenessStore store;

	private final Regimes regimes;

	private final Agencies agencies;

	private final Clock clock;

	LevelCompleteness(Completeness completeness, CompletenessStore store, @Lazy Regimes regimes, Agencies agencies, Clock clock) {
		this.completeness = completeness;
		this.store = store;
		this.regimes = regimes;
		this.agencies = agencies;
		this.clock = clock;
	}

	public record OfLevel(Level level, Counts counts) {
	}

	/** From the top down; each level that owed a report. */
	public List<OfLevel> of(Regime regime, LocalDate from, LocalDate to) {
		Counts[] counts = new Counts[Level.values().length];
		Instant now = clock.instant();
		for (Completeness.Line country : completeness.of(regime, from, to, By.COUNTRY, null)) {
			Opening opening = regimes.periods(regime.number(), country.period(), country.period()).getFirst();
			List<Level> subjects = regimes.get(regime.number(), opening.regimeVersion()).subjects();
			Counts rest = country.counts();
			for (Level level : subjects.subList(1, subjects.size())) {
				Counts own = store.of(regime.number(), country.period(), reporters(regime, level, opening.period().to()), now);
				add(counts, level, own);
				rest = rest.minus(own);
			}
			add(counts, subjects.getFirst(), rest);
		}
		List<OfLevel> levels = new ArrayList<>();
		for (Level level : List.of(Level.MINISTRY, Level.PROVINCE, Level.DEPARTMENT, Level.DISTRICT, Level.COMMUNE, Level.ORGANISATION)) {
			if (counts[level.ordinal()] != null && counts[level.ordinal()].expected() > 0) {
				levels.add(new OfLevel(level, counts[level.ordinal()]));
			}
		}
		return levels;
	}

	private static void add(Counts[] counts, Level level, Counts own) {
		counts[level.ordinal()] = Objects.requireNonNullElse(counts[level.ordinal()], Counts.NONE).plus(own);
	}

	/** Who of a level reports: the units, or their departments of the regime's kind. */
	private List<Integer> reporters(Regime regime, Level level, LocalDate day) {
		List<Agency> units = agencies.all(level == Level.DEPARTMENT ? Level.PROVINCE : level, day);
		String kind = regime.departmentKind();
		return kind == null || level == Level.MINISTRY ? units.stream().map(unit -> unit.id().value()).toList()
				: units.stream().flatMap(unit -> agencies.department(unit.id(), kind, day).stream()).map(department -> department.id().value()).toList();
	}

}
