package vn.motcua.reporting.regime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.CellSpec;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.burden.BurdenRule;
import vn.motcua.reporting.burden.BurdenRules;
import vn.motcua.reporting.formula.TemplateFormulas;
import vn.motcua.site.Page;

/** Takes files of dimensions, indicators, targets, how burden is measured, and regimes into the database, inside the caller's transaction. */
@Component
class DesignIntake {

	private final IndicatorStore indicators;

	private final RegimeStore regimes;

	private final Cells cells;

	private final BurdenRules burdens;

	private final Agencies agencies;

	private final Clock clock;

	/** Cells come late: who keeps them asks for regimes. */
	DesignIntake(IndicatorStore indicators, RegimeStore regimes, @Lazy Cells cells, BurdenRules burdens, Agencies agencies, Clock clock) {
		this.indicators = indicators;
		this.regimes = regimes;
		this.cells = cells;
		this.burdens = burdens;
		this.agencies = agencies;
		this.clock = clock;
	}

	/** What is wrong with the file, each as {@code line N: rule: message}; empty when all of it was taken. */
	List<String> take(String text) {
		return take(text, this::known);
	}

	/** Files in their order, each {@code file: line N: rule: message}; stops at the first that has any. */
	List<String> takeAll(Map<String, String> files) {
		Map<IndicatorCode, Indicator> known = new TreeMap<>();
		for (Map.Entry<String, String> file : files.entrySet()) {
			List<String> findings = take(file.getValue(), () -> {
				if (known.isEmpty()) {
					known.putAll(known());
				}
				return known;
			});
			if (!findings.isEmpty()) {
				return findings.stream().map(finding -> file.getKey() + ": " + finding).toList();
			}
		}
		return List.of();
	}

	private List<String> take(String text, Supplier<Map<IndicatorCode, Indicator>> known) {
		List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
		String first = lines.isEmpty() ? "" : lines.getFirst().strip();
		DesignCsv csv = new DesignCsv();
		switch (first) {
			case DesignCsv.INDICATORS -> {
				return indicators(csv, lines);
			}
			case DesignCsv.DIMENSIONS -> indicators.putDimensions(csv.dimensions(lines));
			case DesignCsv.TARGETS, DesignCsv.TARGETS_OF_AGENCIES -> {
				List<Target> targets = csv.targets(lines, known()::containsKey, this::agency);
				if (csv.findings().isEmpty()) {
					indicators.putTargets(targets);
				}
			}
			case DesignCsv.BURDEN -> {
				List<BurdenRule> rules = csv.burden(lines);
				if (csv.findings().isEmpty()) {
					burdens.put(rules);
				}
			}
			default -> {
				return regime(text, known);
			}
		}
		return csv.findings();
	}

	private List<String> indicators(DesignCsv csv, List<String> lines) {
		List<Indicator> read = csv.indicators(lines, ministries());
		List<String> findings = csv.findings().isEmpty()
				? IndicatorCheck.findings(read, known(), indicators.dimensions().stream().map(Dimension::code).collect(Collectors.toSet())) : csv.findings();
		if (findings.isEmpty()) {
			indicators.put(read, "packaged");
		}
		return findings;
	}

	/** By any of its codes at the end of a year. */
	private @Nullable Integer agency(String code, int year) {
		try {
			return ReportAddress.agency(agencies, code, LocalDate.of(year, 12, 31)).id().value();
		}
		catch (ProblemException unknown) {
			return null;
		}
	}

	private List<String> regime(String text, Supplier<Map<IndicatorCode, Indicator>> known) {
		WrittenRegime written;
		try {
			written = RegimeFile.read(text);
			Optional<AgencyId> owner = Optional.ofNullable(ministries().apply(written.owner()));
			if (owner.isEmpty()) {
				return List.of("line 1: owner: no ministry is of the kind " + written.owner());
			}
			return put(written, owner.get(), known.get());
		}
		catch (RegimeFile.Unreadable | IllegalArgumentException wrong) {
			return List.of("line 1: regime: " + wrong.getMessage());
		}
	}

	private List<String> put(WrittenRegime written, AgencyId owner, Map<IndicatorCode, Indicator> known) {
		RegimeCode code = new RegimeCode(written.code());
		Template template = written.template();
		List<String> findings = new ArrayList<>();
		List<UnknownIndicator> unknown = new ArrayList<>();
		List<CellSpec> specs = specs(template, known, unknown);
		unknown.forEach(one -> findings.add("line 1: indicator: table " + one.table() + " names " + one.indicator() + ", which no file of indicators has"));
		UnknownPart.in(template, indicators.dimensions()).forEach(part -> findings.add("line 1: breakdown: table " + part.table() + ", row " + part.row() + ", column " + part.column()
				+ ": no dimension has " + part.part() + ", there are " + part.possible()));
		if (template.cellsOfWords() > Template.MOST_WORDS) {
			findings.add("line 1: tables: " + template.cellsOfWords() + " cells of words, at most " + Template.MOST_WORDS);
		}
		TemplateFormulas.of(template, wanted -> Optional.ofNullable(known.get(wanted))).findings().stream().filter(finding -> !finding.finding().warning())
			.forEach(finding -> findings.add("line 1: formula: " + finding.where() + " at " + finding.finding().at() + ": " + finding.finding().rule() + " " + finding.finding().values()));
		if (findings.isEmpty()) {
			int number = regimes.number(code).or(() -> regimes.add(code, owner, written.period(), "packaged")).orElseThrow();
			regimes.put(new RegimeVersion(number, written.version(), RegimeVersion.State.PUBLISHED, written.validFrom(), written.validUntil(), written.regimeContent(provinces(written)),
					template, 0, clock.instant(), ""), Actor.platform());
			cells.register(number, specs);
		}
		return findings;
	}

	private List<Integer> provinces(WrittenRegime written) {
		List<String> codes = written.provinces() == null ? List.of() : written.provinces();
		return codes.stream().map(code -> agencies.findByCode(Agency.Level.PROVINCE, code, written.validFrom()).map(province -> province.id().value())
			.orElseThrow(() -> new IllegalArgumentException("no province had the code " + code + " on " + written.validFrom()))).toList();
	}

	/** Figures that sheets need places for: all that are of an indicator, also computed ones, so that they are kept and summed. */
	static List<CellSpec> specs(Template template, Map<IndicatorCode, Indicator> known, List<UnknownIndicator> unknown) {
		Map<String, CellSpec> specs = new TreeMap<>();
		List<CellSpec> ordered = new ArrayList<>();
		for (Template.Table table : template.tables()) {
			for (Template.TableCell cell : table.cells()) {
				IndicatorCode code = cell.indicator();
				if (code == null) {
					continue;
				}
				Indicator indicator = known.get(code);
				if (indicator == null) {
					unknown.add(new UnknownIndicator(table.code(), code));
				}
				else if (specs.putIfAbsent(code + "[" + cell.breakdown() + "]", spec(indicator, cell.breakdown())) == null) {
					ordered.add(spec(indicator, cell.breakdown()));
				}
			}
		}
		return ordered;
	}

	private static CellSpec spec(Indicator indicator, Breakdown breakdown) {
		return new CellSpec(indicator.code(), breakdown, indicator.decimals(), indicator.overUnits(), indicator.weight());
	}

	private Map<IndicatorCode, Indicator> known() {
		return indicators.indicators().stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
	}

	/** Ministries of today and of before, by kind. */
	private Function<String, @Nullable AgencyId> ministries() {
		Map<String, AgencyId> byKind = new TreeMap<>();
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		for (LocalDate day : List.of(LocalDate.of(2024, 1, 1), today)) {
			agencies.all(Agency.Level.MINISTRY, day).forEach(ministry -> byKind.putIfAbsent(ministry.kind(), ministry.id()));
		}
		return byKind::get;
	}

}
