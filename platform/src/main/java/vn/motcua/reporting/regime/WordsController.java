package vn.motcua.reporting.regime;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
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
import vn.motcua.reporting.Template;
import vn.motcua.site.Flashes;

/** Narrative sections and checks of a draft. */
@Controller
@RequestMapping("/bao-cao/che-do/{ma}/phien-ban/{so}/loi")
@RequiresPermission(Permission.REPORT_DESIGN)
class WordsController {

	private final Drafts drafts;

	WordsController(Drafts drafts) {
		this.drafts = drafts;
	}

	@GetMapping
	String words(@PathVariable("ma") String code, @PathVariable("so") int number, @CurrentActor Actor actor, Model model) {
		Drafts.Drafted drafted = drafts.get(code, number, actor);
		return page(drafted, drafted.version().edition(), WordsForm.of(drafted.version().template()), List.of(), model);
	}

	@PostMapping
	String save(@PathVariable("ma") String code, @PathVariable("so") int number, @RequestParam(name = "ban", defaultValue = "0") int seen, @RequestParam MultiValueMap<String, String> values,
			@CurrentActor Actor actor, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		Drafts.Drafted drafted = drafts.get(code, number, actor);
		WordsForm form = new WordsForm(values);
		List<DraftChange> meanwhile = drafts.edit(drafted, seen, DraftChange.WORDS, draft -> draft.with(new Template(draft.template().tables(), form.narratives(), form.checks())), actor);
		if (!meanwhile.isEmpty()) {
			response.setStatus(409);
			return page(drafted, drafted.version().edition(), form, meanwhile, model);
		}
		Flashes.success(redirect, "reporting.design.saved");
		return "redirect:" + drafted.href() + (values.containsKey("tiep") ? "/loi" : "");
	}

	private static String page(Drafts.Drafted drafted, int edition, WordsForm form, List<DraftChange> meanwhile, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("template", drafted.version().template());
		model.addAttribute("edition", edition);
		model.addAttribute("meanwhile", meanwhile);
		model.addAttribute("href", drafted.href());
		return "reporting/templateWords";
	}

}
