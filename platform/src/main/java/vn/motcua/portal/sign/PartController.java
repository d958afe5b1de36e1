package vn.motcua.portal.sign;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.motcua.dossier.CoSigning;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.SigningView;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.portal.upload.Downloads;

/** A signer's part: what there is to do, its pages, reading and signing. */
@Controller
@RequestMapping("/phan-ky/{id}")
@RequiresPermission(Permission.APPLY)
class PartController {

	private final CoSigning signing;

	private final Parts parts;

	private final PartPages pages;

	private final Downloads downloads;

	PartController(CoSigning signing, Parts parts, PartPages pages, Downloads downloads) {
		this.signing = signing;
		this.parts = parts;
		this.pages = pages;
		this.downloads = downloads;
	}

	@GetMapping
	String show(@PathVariable UUID id, @CurrentActor Actor actor, Model model) {
		return draw("portal/part", parts.of(signing.get(id, actor)), model);
	}

	@GetMapping("/trang/{pageId}")
	String ask(@PathVariable UUID id, @PathVariable String pageId, @CurrentActor Actor actor, Model model) {
		SigningView view = signing.get(id, actor);
		return draw("portal/part-question", pages.page(view, pageId, List.of(), Map.of(), actor), model);
	}

	@PostMapping("/trang/{pageId}")
	String answer(@PathVariable UUID id, @PathVariable String pageId, @CurrentActor Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
		Map<String, String[]> posted = request.getParameterMap();
		SigningView after = signing.patch(id, actor, pages.read(signing.get(id, actor), pageId, posted));
		if (pages.again(after, pageId, posted)) {
			return draw("portal/part-question", pages.page(after, pageId, List.of(), posted, actor), model);
		}
		List<FieldProblem> problems = signing.check(id, actor);
		PartPage drawn = pages.page(after, pageId, problems, posted, actor);
		if (drawn.view() != null && drawn.view().failed()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return draw("portal/part-question", drawn, model);
		}
		return "redirect:" + drawn.pages().stream().filter(page -> !drawn.done().contains(page.id())).findFirst().map(drawn::href).orElse(drawn.href() + "/ky");
	}

	@PostMapping("/trang/{pageId}/luu")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void autosave(@PathVariable UUID id, @PathVariable String pageId, @CurrentActor Actor actor, HttpServletRequest request) {
		signing.patch(id, actor, pages.read(signing.get(id, actor), pageId, request.getParameterMap()));
	}

	@GetMapping("/ky")
	String read(@PathVariable UUID id, @CurrentActor Actor actor, Model model) {
		PartPage part = parts.of(signing.read(id, actor));
		return part.signing().ended() || !part.complete() ? "redirect:" + part.href() : draw("portal/part-sign", part, model);
	}

	@PostMapping("/ky")
	String sign(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean confirmed, @RequestParam(defaultValue = "") String digest,
			@CurrentActor Actor actor, HttpServletResponse response, Model model) {
		if (!confirmed) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return draw("portal/part-sign", parts.of(signing.get(id, actor), null, true), model);
		}
		signing.sign(id, actor, digest);
		return "redirect:/phan-ky/" + id;
	}

	/** A file of the applicant that belongs to what is signed. */
	@GetMapping("/tep/{fileId}")
	ResponseEntity<Resource> file(@PathVariable UUID id, @PathVariable UUID fileId, @CurrentActor Actor actor) {
		if (signing.read(id, actor).seen().stream().noneMatch(file -> file.fileId().equals(fileId))) {
			throw new ProblemException(DossierProblem.NOT_FOUND);
		}
		return downloads.of(fileId, null);
	}

	private static String draw(String template, PartPage part, Model model) {
		model.addAttribute("part", part);
		return template;
	}

	static FormPage page(PartPage part, String pageId) {
		return part.pages().stream().filter(page -> page.id().equals(pageId)).findFirst().orElseThrow(() -> new ProblemException(DossierProblem.INVITATION_NOT_FOUND));
	}

}
