package vn.motcua.exchange.quality;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.exchange.reconciliation.Difference;
import vn.motcua.exchange.reconciliation.Reconciliation;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** The figures of the pages as JSON. */
@RestController
@RequestMapping("/api/exchange/v1")
@RequiresPermission(Permission.SYSTEM_VIEW)
class FiguresApiController {

	private final QualityFigures figures;

	private final Reconciliation reconciliation;

	FiguresApiController(QualityFigures figures, Reconciliation reconciliation) {
		this.figures = figures;
		this.reconciliation = reconciliation;
	}

	@GetMapping("/figures")
	Slice<AgencyFigures> list(@RequestParam(defaultValue = "false") boolean attention, @RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String after, @CurrentActor Actor actor) {
		return figures.list(actor, attention, Limit.of(limit), after);
	}

	@GetMapping("/figures/{agency}")
	AgencyFigures agency(@PathVariable String agency, @CurrentActor Actor actor) {
		return figures.get(actor, agency);
	}

	@GetMapping("/figures/{agency}/signs/{sign}")
	Map<String, Object> signLines(@PathVariable String agency, @PathVariable String sign, @RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String after, @CurrentActor Actor actor) {
		Sign asked = Sign.find(sign).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		Slice<SignLine> lines = figures.lines(actor, agency, asked, Limit.of(limit), after);
		Map<String, Object> body = new java.util.LinkedHashMap<>();
		body.put("items", lines.items().stream().map(line -> Map.of("day", line.day(), "code", line.code().value(), "line", line.line(), "seen", line.words())).toList());
		body.put("next", lines.next());
		return body;
	}

	@GetMapping("/differences")
	Slice<Difference> differences(@RequestParam(required = false) @Nullable String agency, @RequestParam(defaultValue = "false") boolean healed,
			@RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String after, @CurrentActor Actor actor) {
		return reconciliation.differences(QualityFigures.root(actor), agency, healed, Limit.of(limit), after);
	}

}
