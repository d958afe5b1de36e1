package vn.motcua.reporting.counted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.dossier.HandlingFigures;
import vn.motcua.dossier.HandlingFigures.Handled;
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Regime;

/** Form II.06a: dossiers received, resolved and in progress, by field. Dossiers of departments are those of the unit they work for. */
@Component
class HandlingForm implements CountedForm {

	static final String DIMENSION = "LV=";

	private static final Logger LOG = LoggerFactory.getLogger(HandlingForm.class);

	private final HandlingFigures figures;

	private final ProcedureFields fields;

	private final Agencies agencies;

	private final Cells cells;

	HandlingForm(HandlingFigures figures, ProcedureFields fields, Agencies agencies, Cells cells) {
		this.figures = figures;
		this.fields = fields;
		this.agencies = agencies;
		this.cells = cells;
	}

	@Override
	public List<Map<Integer, Map<Integer, Long>>> counts(List<CountedPeriod> periods) {
		List<Map<Integer, Map<String, long[]>>> byUnit = byUnit(periods);
		List<Map<Integer, Map<Integer, Long>>> counts = new ArrayList<>();
		for (int at = 0; at < periods.size(); at++) {
			int regime = periods.get(at).regime().number();
			Map<Integer, Map<Integer, Long>> of = new TreeMap<>();
			byUnit.get(at).forEach((unit, rows) -> of.put(unit, positions(regime, rows)));
			counts.add(of);
		}
		return counts;
	}

	/** Counts of each period by unit and row of the form; the ledger is read once for all. */
	List<Map<Integer, Map<String, long[]>>> byUnit(List<CountedPeriod> periods) {
		List<Adding> adding = periods.stream().map(period -> new Adding(period, fields.on(period.day()), rows(period.regime().number()))).toList();
		figures.handled(periods.stream().map(CountedPeriod::time).toList(), (time, handled) -> adding.get(time).add(handled));
		return adding.stream().map(period -> period.counts).toList();
	}

	/** Agencies whose dossiers are in the report of a unit: its departments and what is under them, not units that report themselves. */
	Set<Integer> handling(AgencyId unit, Regime regime, LocalDate day) {
		List<Agency.Level> levels = Arrays.stream(Agency.Level.values()).filter(level -> !regime.subjects().contains(level)).toList();
		Set<Integer> handling = new HashSet<>();
		add(unit, levels, day, handling);
		return handling;
	}

	private void add(AgencyId agency, List<Agency.Level> levels, LocalDate day, Set<Integer> handling) {
		if (handling.add(agency.value())) {
			levels.forEach(level -> agencies.children(agency, level, day).forEach(child -> add(child.id(), levels, day, handling)));
		}
	}

	/** The unit whose report holds an agency's dossiers, 0 when none does. An agency that this node does not know, or not yet, keeps nobody else's report from being counted. */
	int reporting(AgencyId agency, Regime regime, LocalDate day) {
		if (agencies.history(agency).isEmpty()) {
			LOG.warn("dossiers of agency {}, which is not in the tree, are in no report", agency);
			return 0;
		}
		return agencies.withAncestors(agency, day).stream().filter(each -> regime.subjects().contains(each.level())).findFirst().map(each -> each.id().value()).orElse(0);
	}

	/** Groups that the form has rows for. */
	List<String> rows(int regime) {
		return cells.of(regime).stream().map(Cell::breakdown).map(Breakdown::value).filter(part -> part.startsWith(DIMENSION)).map(part -> part.substring(DIMENSION.length()))
			.distinct().toList();
	}

	private Map<Integer, Long> positions(int regime, Map<String, long[]> rows) {
		Map<Integer, Long> counts = new TreeMap<>();
		for (Cell cell : cells.of(regime)) {
			String part = cell.breakdown().value();
			List<long[]> those = cell.breakdown().whole() ? List.copyOf(rows.values())
					: part.startsWith(DIMENSION) && rows.containsKey(part.substring(DIMENSION.length())) ? List.of(rows.get(part.substring(DIMENSION.length()))) : List.of();
			HandlingIndicator.find(cell.indicator().value()).filter(indicator -> !those.isEmpty())
				.ifPresent(indicator -> counts.put(cell.position(), those.stream().mapToLong(indicator::of).sum()));
		}
		return counts;
	}

	/** Adds up one period. */
	private final class Adding {

		private final CountedPeriod period;

		private final Map<String, String> groups;

		private final List<String> rows;

		private final Map<Integer, Integer> units = new HashMap<>();

		private final Map<Integer, Map<String, long[]>> counts = new TreeMap<>();

		Adding(CountedPeriod period, Map<String, String> groups, List<String> rows) {
			this.period = period;
			this.groups = groups;
			this.rows = rows;
		}

		void add(Handled handled) {
			int unit = units.computeIfAbsent(handled.agency(), agency -> reporting(new AgencyId(agency), period.regime(), period.day()));
			if (unit != 0) {
				long[] row = counts.computeIfAbsent(unit, number -> new TreeMap<>()).computeIfAbsent(ProcedureFields.row(groups, handled.procedure(), rows),
						group -> new long[HandlingFigures.Figure.values().length]);
				for (int i = 0; i < row.length; i++) {
					row[i] += handled.counts()[i];
				}
			}
		}

	}

}
