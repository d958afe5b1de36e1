package vn.motcua.reporting.counted;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.site.Page;

/** Form II.06a: dossiers received, resolved and in progress, by field. Dossiers of departments are those of the unit they work for. */
@Component
class HandlingForm implements CountedForm {

	static final String DIMENSION = "LV=";

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

	static Instant from(Opening opening) {
		return opening.period().from().atStartOfDay(Page.ZONE).toInstant();
	}

	static Instant until(Opening opening) {
		return opening.period().to().plusDays(1).atStartOfDay(Page.ZONE).toInstant();
	}

	@Override
	public Map<Integer, Map<Integer, Long>> counts(Regime regime, Opening opening) {
		Map<Integer, Map<Integer, Long>> counts = new TreeMap<>();
		byUnit(regime, opening).forEach((unit, rows) -> counts.put(unit, positions(regime.number(), rows)));
		return counts;
	}

	/** Counts by unit and row of the form. */
	Map<Integer, Map<String, long[]>> byUnit(Regime regime, Opening opening) {
		LocalDate day = opening.period().to();
		Map<String, String> groups = fields.on(day);
		List<String> rows = rows(regime.number());
		Map<Integer, Integer> units = new HashMap<>();
		Map<Integer, Map<String, long[]>> counts = new TreeMap<>();
		for (Handled handled : figures.handled(from(opening), until(opening))) {
			int unit = units.computeIfAbsent(handled.agency(), agency -> reporting(new AgencyId(agency), regime, day));
			if (unit != 0) {
				long[] row = counts.computeIfAbsent(unit, number -> new TreeMap<>()).computeIfAbsent(ProcedureFields.row(groups, handled.procedure(), rows),
						group -> new long[HandlingFigures.Figure.values().length]);
				for (int i = 0; i < row.length; i++) {
					row[i] += handled.counts()[i];
				}
			}
		}
		return counts;
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

	/** The unit whose report holds an agency's dossiers, 0 when none does. */
	int reporting(AgencyId agency, Regime regime, LocalDate day) {
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

}
