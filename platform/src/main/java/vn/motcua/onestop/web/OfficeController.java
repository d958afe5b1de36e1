package vn.motcua.onestop.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.motcua.dossier.DossierView;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.PageView;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.OfficerDesk;
import vn.motcua.onestop.domain.OfficeAnswers;

/** The part of the form that is for the office, filled in while the dossier is being handled. */
@Controller
@RequestMapping("/mot-cua/ho-so/{code}/phan-co-quan/{pageId}")
@RequiresPermission(Permission.DOSSIER_PROCESS)
class OfficeController {

	private final OfficerDesk desk;

	private final OfficePart part;

	OfficeController(OfficerDesk desk, OfficePart part) {
		this.desk = desk;
		this.part = part;
	}

	@GetMapping
	String ask(@PathVariable String code, @PathVariable String pageId, @CurrentActor Actor officer, Model model) {
		DossierView dossier = dossier(code, officer);
		return draw(dossier, part.page(dossier, pageId), List.of(), Map.of(), model);
	}

	@PostMapping
	String answer(@PathVariable String code, @PathVariable String pageId, @CurrentActor Actor officer, HttpServletRequest request, HttpServletResponse response, Model model) {
		DossierView dossier = dossier(code, officer);
		FormPage page = part.page(dossier, pageId);
		Map<String, String[]> posted = request.getParameterMap();
		if (!part.save(dossier, page, posted, version(posted), officer)) {
			response.setStatus(CommonProblem.CHANGED_MEANWHILE.kind().status());
			model.addAttribute("changed", part.kept(dossier).orElseThrow());
			return draw(dossier, part.unsaved(dossier, page, posted), model);
		}
		if (part.again(dossier, page, posted)) {
			return draw(dossier, page, List.of(), posted, model);
		}
		List<FieldProblem> problems = part.problems(dossier, page);
		if (!problems.isEmpty()) {
			response.setStatus(CommonProblem.FIELDS.kind().status());
			return draw(dossier, page, problems, posted, model);
		}
		return "redirect:/mot-cua/ho-so/" + dossier.summary().code().value() + "#phan-co-quan";
	}

	/** One that is being handled; what has ended is no longer filled in. */
	private DossierView dossier(String code, Actor officer) {
		DossierCode known = ActController.code(code);
		DossierView dossier = desk.find(known, officer);
		if (!OfficePart.open(dossier)) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		return dossier;
	}

	/** The version of the answers that the page was drawn from; a page that names none was drawn from nothing. */
	private static int version(Map<String, String[]> posted) {
		String text = String.join("", posted.getOrDefault("phien-ban", new String[0]));
		return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
	}

	private String draw(DossierView dossier, FormPage page, List<FieldProblem> problems, Map<String, String[]> posted, Model model) {
		return draw(dossier, part.view(dossier, page, problems, posted), model);
	}

	private String draw(DossierView dossier, PageView view, Model model) {
		model.addAttribute("code", dossier.summary().code().value());
		model.addAttribute("day", LocalDate.ofInstant(dossier.summary().submittedAt(), vn.motcua.site.Page.ZONE));
		model.addAttribute("version", part.kept(dossier).map(OfficeAnswers.Filled::version).orElse(0));
		model.addAttribute("view", view);
		return "onestop/office";
	}

}
