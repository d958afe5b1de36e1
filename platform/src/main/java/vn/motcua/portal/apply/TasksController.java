package vn.motcua.portal.apply;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.motcua.dossier.Drafts;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;

/** The task list of a draft, and throwing a draft away. */
@Controller
@RequiresPermission(Permission.APPLY)
class TasksController {

	private final Applications applications;

	private final TaskLists tasks;

	private final Drafts drafts;

	TasksController(Applications applications, TaskLists tasks, Drafts drafts) {
		this.applications = applications;
		this.tasks = tasks;
		this.drafts = drafts;
	}

	@GetMapping("/ho-so/nhap/{id}")
	String tasks(@PathVariable UUID id, @CurrentActor Actor actor, Model model) {
		Application application = applications.get(id, actor);
		if (application.sent()) {
			return Sent.redirect(application);
		}
		model.addAttribute("application", application);
		if (application.news().change() != null) {
			drafts.told(id, actor);
		}
		model.addAttribute("tasks", tasks.of(application));
		return "portal/tasks";
	}

	@GetMapping("/ho-so/nhap/{id}/huy")
	String askDiscard(@PathVariable UUID id, @CurrentActor Actor actor, Model model) {
		Application application = applications.get(id, actor);
		if (application.sent()) {
			return Sent.redirect(application);
		}
		model.addAttribute("application", application);
		return "portal/discard";
	}

	@PostMapping("/ho-so/nhap/{id}/huy")
	String discard(@PathVariable UUID id, @CurrentActor Actor actor) {
		drafts.discard(id, actor);
		return "redirect:/ho-so";
	}

}
