package vn.motcua.reporting.counted;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.dossier.HandlingFigures;
import vn.motcua.dossier.HandlingFigures.Handled;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.ValueSource;
import vn.motcua.site.Page;

/**
 * Counts one period and writes what it finds into the sheets of who owes the report and has not put it before a leader. Dossiers of departments are those of the unit they work for.
 */
@Component
class Counting {

	static final RegimeCode REGIME = new RegimeCode("VPCP.KSTTHC.THANG");

	static final String DIMENSION = "LV=";

	/** What was put before the leader stays as it was checked. */
	private static final Set<Reports.State> COUNTED_IN = EnumSet.of(Reports.State.OPEN, Reports.State.DRAFTING, Reports.State.RETURNED);

	private static final Logger LOG = LoggerFactory.getLogger(Counting.class);

	private final HandlingFigures figures;

	private final ProcedureFields fields;

	private final Agencies agencies;

	private final Regimes regimes;

	private final Cells cells;

	private final Sheets sheets;

	private final Reports reports;

	Counting(HandlingFigures figures, ProcedureFields fields, Agencies agencies, Regimes regimes, Cells cells, Sheets sheets, Reports reports) {
		this.figures = figures;
		this.fields = fields;
		this.agencies = agencies;
		this.regimes = regimes;
		this.cells = cells;
		this.sheets = sheets;
		this.reports = reports;
	}

	Optional<Regime> regime() {
		return regimes.find(REGIME);
	}

	static Instant from(Opening opening) {
		return opening.period().from().atStartOfDay(Page.ZONE).toInstant();
	}

	static Instant until(Opening opening) {
		return opening.period().to().plusDays(1).atStartOfDay(Page.ZONE).toInstant();
	}

	/** @return sheets written */
	int count(Regime current, Opening opening) {
		Regime regime = regimes.get(current.number(), opening.regimeVersion());
		int written = 0;
		Map<Integer, Map<String, long[]>> counts = byUnit(regime, opening);
		countedBefore(regime, opening).forEach(unit -> counts.putIfAbsent(unit, Map.of()));
		for (Map.Entry<Integer, Map<String, long[]>> unit : counts.entrySet()) {
			SheetKey key = new SheetKey(regime.number(), opening.period().starts(), new AgencyId(unit.getKey()));
			if (reports.find(key).filter(report -> COUNTED_IN.contains(report.state())).isEmpty() || unit.getValue().isEmpty() && !counted(key)) {
				continue;
			}
			try {
				sheets.save(key, changes(key, unit.getValue()), ValueSource.COUNTED, Actor.platform());
				written++;
			}
			catch (ProblemException sentMeanwhile) {
				LOG.debug("{} of {} is not counted: {}", key.agency(), opening.period().code(), sentMeanwhile.code());
			}
		}
		return written;
	}

	/** Units with figures: from one whose dossiers all went elsewhere nothing is counted any more. */
	private List<Integer> countedBefore(Regime regime, Opening opening) {
		LocalDate starts = opening.period().starts();
		return sheets.column(regime.number(), 0, starts, starts, List.of()).stream().flatMapToInt(column -> Arrays.stream(column.agencies())).boxed().toList();
	}

	/** Whether figures of a report were counted; what an agency typed that is not in the ledger stays. */
	private boolean counted(SheetKey key) {
		return sheets.changesSince(key, 0).stream().anyMatch(change -> change.source() == ValueSource.COUNTED);
	}

	/** Agencies whose dossiers are in the report of a unit: its departments and what is under them, not units that report themselves. */
	Set<Integer> handling(AgencyId unit, Regime regime, LocalDate day) {
		Set<Integer> handling = new HashSet<>();
		Deque<AgencyId> open = new ArrayDeque<>(List.of(unit));
		while (!open.isEmpty()) {
			AgencyId agency = open.poll();
			if (handling.add(agency.value())) {
				Arrays.stream(Agency.Level.values()).filter(level -> !regime.subjects().contains(level)).flatMap(level -> agencies.children(agency, level, day).stream())
					.forEach(child -> open.add(child.id()));
			}
		}
		return handling;
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

	/** The unit whose report holds an agency's dossiers, 0 when none does. */
	int reporting(AgencyId agency, Regime regime, LocalDate day) {
		for (Agency each : agencies.withAncestors(agency, day)) {
			if (regime.subjects().contains(each.level())) {
				return each.id().value();
			}
		}
		return 0;
	}

	/** Groups that the form has rows for. */
	List<String> rows(int regime) {
		return cells.of(regime).stream().map(Cell::breakdown).map(Breakdown::value).filter(part -> part.startsWith(DIMENSION)).map(part -> part.substring(DIMENSION.length()))
			.distinct().toList();
	}

	/** Every cell of the form that counts something, nought where nothing is left of what was there. */
	private List<Sheets.CellChange> changes(SheetKey key, Map<String, long[]> counts) {
		Map<Integer, BigDecimal> before = sheets.sheet(key).amounts();
		List<Sheets.CellChange> changes = new ArrayList<>();
		for (Cell cell : cells.of(key.regime())) {
			Optional<HandlingIndicator> indicator = HandlingIndicator.find(cell.indicator().value());
			if (indicator.isEmpty() || !cell.breakdown().whole() && !cell.breakdown().value().startsWith(DIMENSION)) {
				continue;
			}
			String row = cell.breakdown().whole() ? "" : cell.breakdown().value().substring(DIMENSION.length());
			boolean there = row.isEmpty() || counts.containsKey(row);
			long amount = counts.entrySet().stream().filter(each -> row.isEmpty() || each.getKey().equals(row)).mapToLong(each -> indicator.get().of(each.getValue())).sum();
			if (there || before.containsKey(cell.position())) {
				changes.add(new Sheets.CellChange(cell.position(), BigDecimal.valueOf(amount), null));
			}
		}
		return changes;
	}

}
