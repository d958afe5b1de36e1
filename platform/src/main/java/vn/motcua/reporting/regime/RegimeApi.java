package vn.motcua.reporting.regime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.agency.Agencies;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.AnsweredFor;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.burden.BurdenView;
import vn.motcua.reporting.burden.Burdens;
import vn.motcua.site.Page;

/** Regimes, indicators and structures for machines. */
@RestController
@RequestMapping("/api/reporting/v1")
@RequiresPermission(Permission.REPORT_VIEW)
class RegimeApi {

	private final Regimes regimes;

	private final Indicators indicators;

	private final Design design;

	private final Cells cells;

	private final Agencies agencies;

	private final Burdens burdens;

	private final AnsweredFor answered;

	private final Clock clock;

	RegimeApi(Regimes regimes, Indicators indicators, Design design, Cells cells, Agencies agencies, Burdens burdens, AnsweredFor answered, Clock clock) {
		this.regimes = regimes;
		this.indicators = indicators;
		this.design = design;
		this.cells = cells;
		this.agencies = agencies;
		this.burdens = burdens;
		this.answered = answered;
		this.clock = clock;
	}

	/** @param owner name of the agency that issued it @param answeredBy name of the agency that answers for the owner today: the same while it stands */
	record RegimeView(String code, int version, LocalizedText name, LocalizedText owner, LocalizedText answeredBy, String frequency, List<String> subjects, LocalizedText deadline, LocalizedText cutOff,
			LocalDate validFrom, @Nullable LocalDate validUntil, String source) {
	}

	/** @param cells which figures sheets have room for @param burden what it costs who reports, with what it is computed from */
	record Structure(RegimeView regime, LocalizedText content, String legalBasis, List<LocalizedText> outline, @Nullable LocalizedText guidance, Template template, List<CellView> cells,
			List<Regimes.Opening> periods, BurdenView burden) {
	}

	record CellView(int position, String indicator, String breakdown, int decimals, String overUnits) {

		static CellView of(Cell cell) {
			return new CellView(cell.position(), cell.indicator().value(), cell.breakdown().value(), cell.decimals(), cell.overUnits().name());
		}

	}

	record DimensionView(String code, LocalizedText name, List<Dimension.Item> items) {
	}

	@GetMapping("/regimes")
	Slice<RegimeView> list(@RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String after) {
		Limit most = Limit.of(limit);
		Cursor from = Cursor.decode(after, 1);
		List<Regime> rest = regimes.all().stream().filter(regime -> from == null || regime.code().value().compareTo(from.keys().getFirst()) > 0).limit(most.value() + 1L).toList();
		return Slice.of(rest, most.value(), regime -> Cursor.of(regime.code())).map(this::view);
	}

	@GetMapping("/regimes/{code}")
	Structure one(@PathVariable String code) {
		Regime regime = ReportAddress.regime(regimes, code);
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		return new Structure(view(regime), regime.content(), regime.legalBasis().isBlank() ? "" : RegimeForm.twoLanguages(regime.legalBasis()).vi(), regime.outline(), regime.guidance(), regimes.template(regime.number(), today),
				cells.of(regime.number()).stream().map(CellView::of).toList(), regimes.periods(regime.number(), today.minusYears(1), today.plusYears(1)), BurdenView.of(burdens.of(regime)));
	}

	@GetMapping("/indicators")
	Slice<Indicator> indicators(@RequestParam(required = false) @Nullable String field, @RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String after) {
		Limit most = Limit.of(limit);
		Cursor from = Cursor.decode(after, 1);
		List<Indicator> rest = indicators.all().stream().filter(one -> field == null || one.field().equals(field))
			.filter(one -> from == null || one.code().value().compareTo(from.keys().getFirst()) > 0).limit(most.value() + 1L).toList();
		return Slice.of(rest, most.value(), one -> Cursor.of(one.code()));
	}

	@GetMapping("/indicators/{code}")
	Indicator indicator(@PathVariable String code) {
		Optional<Indicator> found = indicators.all().stream().filter(one -> one.code().value().equals(code)).findFirst();
		return found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	/** Ways to break indicators down; at most a few hundred. */
	@GetMapping("/dimensions")
	List<DimensionView> dimensions() {
		return design.register().dimensions().stream().map(one -> new DimensionView(one.code(), one.name(), one.items())).toList();
	}

	private RegimeView view(Regime regime) {
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		return new RegimeView(regime.code().value(), regime.version(), regime.name(), agencies.get(regime.owner(), today).name(),
				agencies.get(answered.today(regime.owner()).stream().findFirst().orElse(regime.owner()), today).name(), regime.periodType().name(),
				regime.subjects().stream().map(Enum::name).toList(), regime.deadline(), regime.cutOff(), regime.validFrom(), regime.validUntil(), regime.source());
	}

}
