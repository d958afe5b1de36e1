package vn.motcua.onestop.walkin;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.dossier.DossierStep.SuppliedFile;
import vn.motcua.file.Files;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.kernel.problem.ProblemKind;
import vn.motcua.site.Flashes;

/** Last page of an entry: papers ticked or scanned, the fee, and the dossier is there. */
@Controller
@RequiresPermission(Permission.DOSSIER_RECEIVE)
class WalkInPapersController {

	private final WalkIns walkIns;

	private final Files files;

	WalkInPapersController(WalkIns walkIns, Files files) {
		this.walkIns = walkIns;
		this.files = files;
	}

	@GetMapping("/mot-cua/nhap-ho-so/{id}/giay-to")
	String papers(@PathVariable UUID id, @CurrentActor Actor officer, Model model) {
		WalkInDraft draft = walkIns.get(id, officer);
		return draft.enteredAs() != null ? WalkInController.entered(draft) : draw(draft, List.of(), officer, model);
	}

	@PostMapping(path = "/mot-cua/nhap-ho-so/{id}/giay-to", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	String submit(@PathVariable UUID id, @RequestParam(name = "giay", required = false) @Nullable List<String> onPaper, @RequestParam(name = "da-thu", required = false) boolean paid,
			@CurrentActor Actor officer, MultipartHttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		WalkInDraft before = walkIns.get(id, officer);
		if (before.enteredAs() != null) {
			return WalkInController.entered(before);
		}
		List<Component> asked = walkIns.assess(before, officer).components().stream().map(Assessment.AskedComponent::component).toList();
		List<FieldProblem> problems = new ArrayList<>();
		List<SuppliedFile> scanned = scanned(asked, request, problems);
		List<String> papers = asked.stream().map(Component::id).filter(component -> onPaper != null && onPaper.contains(component)).toList();
		WalkInDraft draft = walkIns.papers(before, papers, scanned, officer);
		problems.addAll(walkIns.problems(draft));
		problems.addAll(missing(draft, officer));
		if (problems.isEmpty()) {
			try {
				DossierCode code = walkIns.enter(draft, paid, officer);
				Flashes.success(redirect, "onestop.walk-in.done", "code", code.value());
				return "redirect:/mot-cua/ho-so/" + code.value();
			}
			catch (ProblemException refused) {
				if (refused.code().kind() != ProblemKind.FIELDS) {
					throw refused;
				}
				problems.addAll(refused.fields());
			}
		}
		response.setStatus(CommonProblem.FIELDS.kind().status());
		return draw(draft, problems, officer, model);
	}

	private List<SuppliedFile> scanned(List<Component> asked, MultipartHttpServletRequest request, List<FieldProblem> problems) {
		List<SuppliedFile> scanned = new ArrayList<>();
		for (Component component : asked) {
			for (MultipartFile file : request.getFiles("tep." + component.id()).stream().filter(file -> !file.isEmpty()).limit(component.maxFiles()).toList()) {
				try (InputStream bytes = file.getInputStream()) {
					String name = file.getOriginalFilename() == null ? component.id() : file.getOriginalFilename();
					scanned.add(new SuppliedFile(component.id(), files.store(bytes, name, new Files.Acceptance(component.maxBytes(), component.mediaTypes())).id()));
				}
				catch (ProblemException refused) {
					problems.add(new FieldProblem("/tep." + component.id(), refused.code().code(), refused.values()));
				}
				catch (IOException broken) {
					throw new ProblemException(CommonProblem.UNREADABLE, "detail", component.id());
				}
			}
		}
		return scanned;
	}

	private List<FieldProblem> missing(WalkInDraft draft, Actor officer) {
		return walkIns.assess(draft, officer).components().stream().filter(Assessment.AskedComponent::required).map(asked -> asked.component().id())
			.filter(component -> !draft.papers().contains(component) && draft.files().stream().noneMatch(file -> file.componentId().equals(component)))
			.map(component -> FieldProblem.of("/tep." + component, "onestop.walk-in.paper")).toList();
	}

	private String draw(WalkInDraft draft, List<FieldProblem> problems, Actor officer, Model model) {
		model.addAttribute("draft", draft);
		model.addAttribute("service", walkIns.service(draft));
		model.addAttribute("assessment", walkIns.assess(draft, officer));
		model.addAttribute("files", walkIns.files(draft));
		model.addAttribute("problems", problems);
		return "onestop/walkin/papers";
	}

}
