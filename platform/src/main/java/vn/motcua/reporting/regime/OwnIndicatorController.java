package vn.motcua.reporting.regime;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.Template;
import vn.motcua.site.Flashes;

/** The indicators that a draft has of its own. */
@Controller
@RequestMapping("/bao-cao/che-do/{ma}/phien-ban/{so}/chi-tieu")
@RequiresPermission(Permission.REPORT_DESIGN)
class OwnIndicatorController {

	static final String WITHOUT_UNIT = "chua-co-don-vi";

	private final Drafts drafts;

	private final OwnIndicators own;

	OwnIndicatorController(Drafts drafts, OwnIndicators own) {
		this.drafts = drafts;
		this.own = own;
	}

	@GetMapping
	String indicators(@PathVariable("ma") String code, @PathVariable("so") int number, @CurrentActor Actor actor, Locale language, Model model) {
		Drafts.Drafted drafted = drafts.get(code, number, actor);
		return page(drafted, drafted.version().edition(), own.of(drafted.version().template(), actor), null, List.of(), language, model);
	}

	@PostMapping
	String save(@PathVariable("ma") String code, @PathVariable("so") int number, @RequestParam(name = "ban", defaultValue = "0") int seen, @RequestParam MultiValueMap<String, String> values,
			@CurrentActor Actor actor, Locale language, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		Drafts.Drafted drafted = drafts.get(code, number, actor);
		List<Indicator> indicators = own.of(drafted.version().template(), actor);
		OwnIndicatorsForm form = new OwnIndicatorsForm(values, own.units());
		if (values.containsKey("dien")) {
			int filled = form.spread(of(form.value("tat-ca-cho"), drafted.version().template(), indicators, form), own.placed(indicators));
			model.addAttribute("filled", filled);
			response.setStatus(form.sound() ? 200 : 422);
			return page(drafted, seen, indicators, form, List.of(), language, model);
		}
		List<Indicator> said = own.said(form, drafted.version().template(), indicators);
		if (!form.sound()) {
			response.setStatus(422);
			return page(drafted, seen, indicators, form, List.of(), language, model);
		}
		List<DraftChange> meanwhile = drafts.edit(drafted, seen, DraftChange.INDICATORS, draft -> {
			own.change(said, actor);
			return draft;
		}, actor);
		if (!meanwhile.isEmpty()) {
			response.setStatus(409);
			return page(drafted, drafted.version().edition(), indicators, form, meanwhile, language, model);
		}
		Flashes.success(redirect, "reporting.design.saved");
		return "redirect:" + drafted.href();
	}

	/** @param scope code of a table, {@link #WITHOUT_UNIT}, or anything else for all */
	private static List<Indicator> of(String scope, Template template, List<Indicator> indicators, OwnIndicatorsForm form) {
		if (scope.equals(WITHOUT_UNIT)) {
			return indicators.stream().filter(one -> form.value("don-vi-" + one.code()).isEmpty()).toList();
		}
		return template.tables().stream().filter(table -> table.code().equals(scope)).findFirst()
			.map(table -> indicators.stream().filter(one -> table.cells().stream().anyMatch(cell -> one.code().equals(cell.indicator()))).toList()).orElse(indicators);
	}

	private String page(Drafts.Drafted drafted, int edition, List<Indicator> indicators, @Nullable OwnIndicatorsForm posted, List<DraftChange> meanwhile, Locale language,
			Model model) {
		model.addAttribute("form", posted == null ? OwnIndicatorsForm.of(indicators, own.units(), language) : posted);
		model.addAttribute("theirs", meanwhile.isEmpty() ? null : OwnIndicatorsForm.of(indicators, own.units(), language));
		model.addAttribute("indicators", indicators);
		model.addAttribute("placed", own.placed(indicators));
		model.addAttribute("units", own.units().known(language));
		model.addAttribute("tables", drafted.version().template().tables());
		model.addAttribute("weights", own.weights(drafted.version().template()));
		model.addAttribute("edition", edition);
		model.addAttribute("meanwhile", meanwhile);
		model.addAttribute("href", drafted.href());
		return "reporting/ownIndicators";
	}

}
