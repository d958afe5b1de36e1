package vn.motcua.portal.apply;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.Submission;
import vn.motcua.form.Forms;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.portal.apply.ReviewPage.Missing;
import vn.motcua.site.Flashes;

/** Check answers, declare and send. Sending twice, or reloading, leads to the same confirmation. */
@Controller
@RequiresPermission(Permission.APPLY)
class ReviewController {

	private final Applications applications;

	private final TaskLists tasks;

	private final Drafts drafts;

	private final Forms forms;

	private final DraftFiles files;

	ReviewController(Applications applications, TaskLists tasks, Drafts drafts, Forms forms, DraftFiles files) {
		this.applications = applications;
		this.tasks = tasks;
		this.drafts = drafts;
		this.forms = forms;
		this.files = files;
	}

	@GetMapping("/ho-so/nhap/{id}/kiem-tra")
	String check(@PathVariable UUID id, @CurrentActor Actor actor, Model model) {
		Application application = applications.get(id, actor);
		return application.sent() ? Sent.redirect(application) : draw(application, false, model);
	}

	@PostMapping("/ho-so/nhap/{id}/kiem-tra")
	String send(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean declared, @CurrentActor Actor actor, HttpServletResponse response,
			Model model, RedirectAttributes redirect) {
		Application application = applications.get(id, actor);
		if (application.sent()) {
			return Sent.redirect(application);
		}
		if (!declared || !missing(application).isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return draw(application, !declared, model);
		}
		if (application.news().closed()) {
			return "redirect:" + application.href();
		}
		Submission submission;
		try {
			submission = drafts.submit(id, actor);
		}
		catch (ProblemException refused) {
			if (refused.code() != DossierProblem.FORM_CHANGED) {
				throw refused;
			}
			Flashes.refused(redirect, "problem.dossier.form-changed");
			return "redirect:" + application.href();
		}
		return "redirect:/ho-so/" + submission.code().value() + "/da-nop";
	}

	/** Changing one answer from here comes back here. */
	@GetMapping("/ho-so/nhap/{id}/sua/{pageId}")
	String change(@PathVariable UUID id, @PathVariable String pageId, @CurrentActor Actor actor) {
		Application application = applications.get(id, actor);
		return application.page(pageId).map(page -> "redirect:" + application.href(page) + "?sua=true").orElse("redirect:" + application.href());
	}

	private List<Missing> missing(Application application) {
		TaskList list = tasks.of(application);
		return Stream.of(list.questions(), list.papers(), list.signatures()).flatMap(List::stream).filter(Task::open)
				.map(task -> new Missing(task.title(), task.href() + "?sua=true")).toList();
	}

	private String draw(Application application, boolean undeclared, Model model) {
		model.addAttribute("review", new ReviewPage(application, forms.answered(application.form(), application.draft().answers(),
				files.of(application.draft()), application.today()), missing(application), undeclared));
		return "portal/review";
	}

}
