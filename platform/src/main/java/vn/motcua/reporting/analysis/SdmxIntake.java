package vn.motcua.reporting.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Attempts;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.ValueSource;

/** Writes SDMX observations into the reports they are of: all of them or none. */
@Component
class SdmxIntake {

	private static final int MOST_PROBLEMS = 100;

	/** Everybody locks sheets in this order. */
	private static final Comparator<SheetKey> IN_ORDER = Comparator.comparingInt(SheetKey::regime).thenComparing(SheetKey::period).thenComparingInt(key -> key.agency().value());

	/** @param observations read @param reports they are of */
	record Taken(int observations, int reports) {
	}

	private final Regimes regimes;

	private final Agencies agencies;

	private final Cells cells;

	private final Sheets sheets;

	private final Attempts attempts;

	SdmxIntake(Regimes regimes, Agencies agencies, Cells cells, Sheets sheets, Attempts attempts) {
		this.regimes = regimes;
		this.agencies = agencies;
		this.cells = cells;
		this.sheets = sheets;
		this.attempts = attempts;
	}

	/** @throws ProblemException with a field problem for each line that cannot be taken; nothing is written then */
	Taken take(String regime, List<SdmxLine> lines, boolean dryRun, Actor actor) {
		List<FieldProblem> problems = new ArrayList<>();
		Map<String, Optional<SheetKey>> keys = new LinkedHashMap<>();
		Map<SheetKey, List<Sheets.CellChange>> changes = new LinkedHashMap<>();
		ReportAddress.regime(regimes, regime);
		for (SdmxLine line : lines) {
			Optional<SheetKey> key = keys.computeIfAbsent(line.period() + " " + line.area(), of -> key(regime, line, problems));
			@Nullable Cell cell = key.isEmpty() ? null : cell(key.get(), line, problems);
			@Nullable BigDecimal amount = amount(line, problems);
			if (key.isPresent() && cell != null && amount != null) {
				changes.computeIfAbsent(key.get(), sheet -> new ArrayList<>()).add(new Sheets.CellChange(cell.position(), amount, null));
			}
		}
		if (!problems.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, problems.stream().limit(MOST_PROBLEMS).toList());
		}
		if (!dryRun) {
			attempts.run(() -> changes.entrySet().stream().sorted(Map.Entry.comparingByKey(IN_ORDER)).forEach(of -> sheets.save(of.getKey(), of.getValue(), ValueSource.API, actor)));
		}
		return new Taken(lines.size(), changes.size());
	}

	private Optional<SheetKey> key(String regime, SdmxLine line, List<FieldProblem> problems) {
		try {
			return Optional.of(ReportAddress.of(regimes, agencies, regime, line.period(), line.area()).key());
		}
		catch (ProblemException unknown) {
			problems.add(new FieldProblem("/lines/" + line.number(), unknown.code().code(), unknown.values()));
			return Optional.empty();
		}
	}

	private @Nullable Cell cell(SheetKey key, SdmxLine line, List<FieldProblem> problems) {
		try {
			Optional<Cell> cell = cells.find(key.regime(), new IndicatorCode(line.indicator()), new Breakdown(line.breakdown()));
			if (cell.isPresent()) {
				return cell.get();
			}
		}
		catch (IllegalArgumentException malformed) {
			// refused below
		}
		problems.add(FieldProblem.of("/lines/" + line.number(), "reporting.sdmx.cell", "figure", SdmxReader.cut(line.indicator() + " " + line.breakdown())));
		return null;
	}

	private static @Nullable BigDecimal amount(SdmxLine line, List<FieldProblem> problems) {
		if (line.value().matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
			return new BigDecimal(line.value());
		}
		problems.add(FieldProblem.of("/lines/" + line.number(), "reporting.sdmx.value", "value", SdmxReader.cut(line.value())));
		return null;
	}

}
