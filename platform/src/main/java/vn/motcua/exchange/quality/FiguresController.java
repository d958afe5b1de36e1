package vn.motcua.exchange.quality;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.exchange.reconciliation.Reconciliation;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Whether agencies' own systems keep in step and can be trusted: all of them for the centre, its own for an agency. */
@Controller
@RequiresPermission(Permission.SYSTEM_VIEW)
class FiguresController {

	private static final Limit PER_PAGE = new Limit(50);

	private static final Limit PER_FILE_PART = new Limit(Limit.MOST);

	private final QualityFigures figures;

	private final SignRules rules;

	private final Reconciliation reconciliation;

	FiguresController(QualityFigures figures, SignRules rules, Reconciliation reconciliation) {
		this.figures = figures;
		this.rules = rules;
		this.reconciliation = reconciliation;
	}

	@GetMapping("/quan-tri/lien-thong/so-lieu")
	String list(@RequestParam(name = "can-xem", defaultValue = "") String attention, @RequestParam(name = "sau", required = false) @Nullable String after,
			@CurrentActor Actor actor, Model model) {
		model.addAttribute("attention", attention.equals("1"));
		model.addAttribute("figures", figures.list(actor, attention.equals("1"), PER_PAGE, after));
		return "exchange/figures";
	}

	@GetMapping("/quan-tri/lien-thong/so-lieu.csv")
	ResponseEntity<byte[]> csv(@CurrentActor Actor actor) {
		StringBuilder csv = new StringBuilder(FiguresCsv.HEAD);
		String after = null;
		do {
			var part = figures.list(actor, false, PER_FILE_PART, after);
			part.items().forEach(agency -> csv.append(FiguresCsv.line(agency)));
			after = part.next();
		}
		while (after != null && csv.length() < FiguresCsv.MOST_CHARACTERS);
		return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"lien-thong-" + figures.until() + ".csv\"")
			.body(csv.toString().getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/quan-tri/lien-thong/so-lieu/{agency}")
	String agency(@PathVariable String agency, @CurrentActor Actor actor, Model model) {
		model.addAttribute("figures", figures.get(actor, agency));
		model.addAttribute("rules", rules);
		model.addAttribute("from", figures.from().plusDays(1));
		model.addAttribute("until", figures.until());
		return "exchange/agencyFigures";
	}

	@GetMapping("/quan-tri/lien-thong/so-lieu/{agency}/dau-hieu/{sign}")
	String signLines(@PathVariable String agency, @PathVariable String sign, @RequestParam(name = "sau", required = false) @Nullable String after, @CurrentActor Actor actor,
			Model model) {
		Sign asked = Sign.find(sign).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		AgencyFigures of = figures.get(actor, agency);
		model.addAttribute("figures", of);
		model.addAttribute("part", of.score().parts().stream().filter(part -> part.rule().sign() == asked).findFirst().orElseThrow());
		model.addAttribute("lines", figures.lines(actor, agency, asked, PER_PAGE, after));
		return "exchange/signLines";
	}

	@GetMapping("/quan-tri/lien-thong/so-lieu/{agency}/do-tre")
	String slowest(@PathVariable String agency, @RequestParam(name = "sau", required = false) @Nullable String after, @CurrentActor Actor actor, Model model) {
		model.addAttribute("figures", figures.get(actor, agency));
		model.addAttribute("lines", figures.slowest(actor, agency, PER_PAGE, after));
		return "exchange/lateLines";
	}

	@GetMapping("/quan-tri/lien-thong/doi-soat")
	String differences(@RequestParam(name = "co-quan", required = false) @Nullable String agency, @RequestParam(name = "da-khop", defaultValue = "") String healed,
			@RequestParam(name = "chua-doi-soat", defaultValue = "") String uncompared, @RequestParam(name = "sau", required = false) @Nullable String after, @CurrentActor Actor actor, Model model) {
		String code = agency == null || agency.isBlank() ? null : figures.get(actor, agency).code();
		model.addAttribute("agency", code);
		model.addAttribute("standing", reconciliation.standing(QualityFigures.root(actor), code));
		if (uncompared.equals("1")) {
			model.addAttribute("days", reconciliation.uncompared(QualityFigures.root(actor), code, PER_PAGE, after));
			return "exchange/uncompared";
		}
		model.addAttribute("healed", healed.equals("1"));
		model.addAttribute("differences", reconciliation.differences(QualityFigures.root(actor), code, healed.equals("1"), PER_PAGE, after));
		return "exchange/differences";
	}

}
