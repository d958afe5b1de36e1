package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.Indicators;

/** The indicators, by field and one by one. */
@Controller
@RequestMapping("/bao-cao/chi-tieu")
@RequiresPermission(Permission.REPORT_VIEW)
public class IndicatorController {

	/** The nine fields of Decision 293/QĐ-TTg in its order. */
	static final List<String> FIELDS = List.of("growth", "finance", "stability", "business", "labour", "social", "environment", "administration", "infrastructure");

	private final Indicators indicators;

	private final IndicatorPages pages;

	IndicatorController(Indicators indicators, IndicatorPages pages) {
		this.indicators = indicators;
		this.pages = pages;
	}

	/** @param field key of its words; regimes' own fields come after the nine */
	public record Field(String field, List<Indicator> indicators) {
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
	String one(@PathVariable("ma") String typed, @CurrentActor Actor actor, Model model) {
		model.addAttribute("view", pages.of(pages.get(typed), actor, TargetForm.empty()));
		return "reporting/indicator";
	}

}
