package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.agency.Agencies;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;

/** The indicators, by field and one by one. */
@Controller
@RequestMapping("/bao-cao/chi-tieu")
@RequiresPermission(Permission.REPORT_VIEW)
public class IndicatorController {

	/** The nine fields of Decision 293/QĐ-TTg in its order. */
	static final List<String> FIELDS = List.of("growth", "finance", "stability", "business", "labour", "social", "environment", "administration", "infrastructure");

	private final Indicators indicators;

	private final IndicatorStore store;

	private final Design design;

	private final Regimes regimes;

	private final Cells cells;

	private final Agencies agencies;

	IndicatorController(Indicators indicators, IndicatorStore store, Design design, Regimes regimes, Cells cells, Agencies agencies) {
		this.indicators = indicators;
		this.store = store;
		this.design = design;
		this.regimes = regimes;
		this.cells = cells;
		this.agencies = agencies;
	}

	/** @param field key of its words; regimes' own fields come after the nine */
	public record Field(String field, List<Indicator> indicators) {
	}

	public record IndicatorPage(Indicator indicator, @Nullable LocalizedText responsible, List<Regime> regimes, List<LocalizedText> dimensions, List<TargetRow> targets,
			List<Indicator> read) {
	}

	public record TargetRow(int year, java.math.BigDecimal amount, String source) {
	}

	@GetMapping
	String list(@RequestParam(name = "q", defaultValue = "") String words, @RequestParam(name = "linh-vuc", defaultValue = "") String field, Model model) {
		String wanted = RegimeController.folded(words);
		List<Indicator> found = indicators.all().stream().filter(one -> (field.isEmpty() || one.field().equals(field))
				&& (wanted.isEmpty() || RegimeController.folded(one.code() + " " + one.name().vi() + " " + one.name().en()).contains(wanted))).toList();
		List<String> fields = new ArrayList<>(FIELDS);
		found.stream().map(Indicator::field).filter(one -> !FIELDS.contains(one)).distinct().forEach(fields::add);
		model.addAttribute("fields", fields.stream().map(one -> new Field(one, found.stream().filter(indicator -> indicator.field().equals(one)).toList()))
			.filter(one -> !one.indicators().isEmpty()).toList());
		model.addAttribute("words", words);
		model.addAttribute("field", field);
		return "reporting/indicators";
	}

	@GetMapping("/{ma}")
	String one(@PathVariable("ma") String typed, Model model) {
		Indicator indicator = code(typed).flatMap(code -> indicators.all().stream().filter(one -> one.code().equals(code)).findFirst()).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		List<Regime> reported = regimes.all().stream().filter(regime -> cells.of(regime.number()).stream().anyMatch(cell -> cell.indicator().equals(indicator.code()))).toList();
		List<LocalizedText> dimensions = design.register().dimensions().stream().filter(one -> indicator.dimensions().contains(one.code())).map(Dimension::name).toList();
		List<TargetRow> targets = store.targets(indicator.code()).stream().filter(target -> target.agency() == 0)
			.map(target -> new TargetRow(target.year(), target.amount(), target.source())).toList();
		LocalizedText responsible = indicator.responsible() == null ? null : agencies.history(indicator.responsible()).stream().findFirst().map(agency -> agency.name()).orElse(null);
		List<Indicator> read = indicator.formula() == null ? List.of()
				: indicators.all().stream().filter(one -> indicator.formula().matches(".*\\b" + one.code() + "\\b.*")).toList();
		model.addAttribute("view", new IndicatorPage(indicator, responsible, reported, dimensions, targets, read));
		return "reporting/indicator";
	}

	private static Optional<IndicatorCode> code(String typed) {
		try {
			return Optional.of(new IndicatorCode(typed));
		}
		catch (IllegalArgumentException malformed) {
			return Optional.empty();
		}
	}

}
