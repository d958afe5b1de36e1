package vn.motcua.portal.apply;

import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.catalogue.Assessment.AskedComponent;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.Drafts;
import vn.motcua.file.StoredFile;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.portal.upload.Upload;
import vn.motcua.portal.upload.Uploads;

/** One paper a page (<i>thành phần hồ sơ</i>): uploading, looking at what is there, taking away. */
@Controller
@RequiresPermission(Permission.APPLY)
class PaperController {

	private final Applications applications;

	private final TaskLists tasks;

	private final Drafts drafts;

	private final Uploads uploads;

	PaperController(Applications applications, TaskLists tasks, Drafts drafts, Uploads uploads) {
		this.applications = applications;
		this.tasks = tasks;
		this.drafts = drafts;
		this.uploads = uploads;
	}

	@GetMapping("/ho-so/nhap/{id}/giay-to/{componentId}")
	String show(@PathVariable UUID id, @PathVariable String componentId, @RequestParam(name = "sua", required = false) boolean changing,
			@CurrentActor Actor actor, Model model) {
		Application application = applications.get(id, actor);
		if (application.sent()) {
			return Sent.redirect(application);
		}
		return draw(new PaperPage(application, asked(application, componentId), List.of(), false, changing), model);
	}

	@PostMapping("/ho-so/nhap/{id}/giay-to/{componentId}")
	String upload(@PathVariable UUID id, @PathVariable String componentId, @RequestParam(defaultValue = "upload") String action,
			@RequestParam(name = "file", required = false) @Nullable List<MultipartFile> handed,
			@RequestParam(name = "sua", required = false) boolean changing, @CurrentActor Actor actor, HttpServletResponse response, Model model) {
		Application before = applications.get(id, actor);
		if (before.sent()) {
			return Sent.redirect(before);
		}
		AskedComponent asked = asked(before, componentId);
		Upload upload = uploads.take(handed == null ? List.of() : handed, asked.component(), asked.component().maxFiles() - before.files(componentId).size());
		for (StoredFile file : upload.stored()) {
			drafts.attach(id, actor, componentId, file);
		}
		Application after = upload.stored().isEmpty() ? before : applications.get(id, actor);
		boolean nothing = upload.stored().isEmpty() && upload.refused().isEmpty()
				&& (action.equals("upload") || asked.required() && after.files(componentId).isEmpty());
		if (nothing || !upload.refused().isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return draw(new PaperPage(after, asked, upload.refused(), nothing, changing), model);
		}
		String here = after.href(asked.component()) + (changing ? "?sua=true" : "");
		return "redirect:" + (action.equals("continue") ? next(after, asked, changing) : here);
	}

	@PostMapping("/ho-so/nhap/{id}/giay-to/{componentId}/{fileId}/bo")
	String remove(@PathVariable UUID id, @PathVariable String componentId, @PathVariable UUID fileId, @CurrentActor Actor actor) {
		drafts.detach(id, actor, fileId);
		return "redirect:/ho-so/nhap/" + id + "/giay-to/" + componentId;
	}

	private String next(Application application, AskedComponent asked, boolean changing) {
		if (changing) {
			return application.href() + "/kiem-tra";
		}
		return tasks.of(application).nextAfter(application.href(asked.component())).map(Task::href).orElse(application.href() + "/kiem-tra");
	}

	private static AskedComponent asked(Application application, String componentId) {
		return application.component(componentId).orElseThrow(() -> new ProblemException(DossierProblem.DRAFT_NOT_FOUND));
	}

	private static String draw(PaperPage paper, Model model) {
		model.addAttribute("paper", paper);
		return "portal/paper";
	}

}
