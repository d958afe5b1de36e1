package vn.motcua.portal.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.Drafts;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.Forms;
import vn.motcua.form.Sheet;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** One topic a page: what is typed is kept whatever it is, and going on is refused while something is wrong. */
@Controller
@RequiresPermission(Permission.APPLY)
class QuestionController {

	private final Applications applications;

	private final TaskLists tasks;

	private final Drafts drafts;

	private final Forms forms;

	private final QuestionPapers papers;

	private final Prefilling known;

	QuestionController(Applications applications, TaskLists tasks, Drafts drafts, Forms forms, QuestionPapers papers, Prefilling known) {
		this.applications = applications;
		this.tasks = tasks;
		this.drafts = drafts;
		this.forms = forms;
		this.papers = papers;
		this.known = known;
	}

	@GetMapping("/ho-so/nhap/{id}/trang/{pageId}")
	String ask(@PathVariable UUID id, @PathVariable String pageId, @RequestParam(name = "sua", required = false) boolean changing, @CurrentActor Actor actor,
			Model model) {
		Application application = applications.get(id, actor);
		if (application.sent()) {
			return Sent.redirect(application);
		}
		return draw(application, page(application, pageId), List.of(), Map.of(), changing, actor, model);
	}

	@PostMapping("/ho-so/nhap/{id}/trang/{pageId}")
	String answer(@PathVariable UUID id, @PathVariable String pageId, @RequestParam(defaultValue = "continue") String action,
			@RequestParam(name = "sua", required = false) boolean changing, @CurrentActor Actor actor, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Application before = applications.get(id, actor);
		if (before.sent()) {
			return Sent.redirect(before);
		}
		FormPage page = page(before, pageId);
		List<FieldProblem> refused = papers.take(before, page, request, actor);
		Application after = save(before, page, request.getParameterMap(), actor);
		if (action.equals("save") && refused.isEmpty()) {
			return "redirect:" + after.href();
		}
		if (refused.isEmpty() && (QuestionPapers.pressed(request) || forms.again(after.form(), pageId, request.getParameterMap(), after.draft().answers(), after.today()))) {
			return draw(after, page, List.of(), request.getParameterMap(), changing, actor, model);
		}
		List<FieldProblem> problems = new ArrayList<>(refused);
		problems.addAll(forms.checkPage(after.form(), pageId, after.draft().answers(), after.today()));
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return draw(after, page, problems, request.getParameterMap(), changing, actor, model);
		}
		return "redirect:" + next(after, page, changing);
	}

	/** Saving while the person types: the same answers, no problems told. */
	@PostMapping("/ho-so/nhap/{id}/trang/{pageId}/luu")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void autosave(@PathVariable UUID id, @PathVariable String pageId, @CurrentActor Actor actor, HttpServletRequest request) {
		Application before = applications.get(id, actor);
		if (!before.sent()) {
			save(before, page(before, pageId), request.getParameterMap(), actor);
		}
	}

	private Application save(Application before, FormPage page, Map<String, String[]> posted, Actor actor) {
		return applications.of(drafts.patch(before.draft().id(), actor, forms.read(before.form(), page.id(), posted, before.draft().answers()), null), actor);
	}

	private String next(Application application, FormPage page, boolean changing) {
		if (changing) {
			return application.href() + "/kiem-tra";
		}
		return tasks.of(application).nextAfter(application.href(page)).map(Task::href).orElse(application.href() + "/kiem-tra");
	}

	private String draw(Application application, FormPage page, List<FieldProblem> problems, Map<String, String[]> posted, boolean changing, Actor actor,
			Model model) {
		model.addAttribute("question", new QuestionPage(application, page, forms.view(application.form(), page.id(),
				Sheet.of(application.draft().answers(), application.today()).with(problems).with(papers.files(application), posted).with(known.of(page, actor))), changing));
		return "portal/question";
	}

	private static FormPage page(Application application, String pageId) {
		return application.page(pageId).orElseThrow(() -> new ProblemException(DossierProblem.DRAFT_NOT_FOUND));
	}

}
