package vn.motcua.onestop.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

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

import jakarta.servlet.http.HttpServletResponse;
import vn.motcua.file.FileProblem;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.kernel.problem.ProblemKind;
import vn.motcua.onestop.Consultation;
import vn.motcua.onestop.Consultations;
import vn.motcua.site.Flashes;

/** What other agencies ask of the officer's own, and the answers. */
@Controller
@RequiresPermission(Permission.DOSSIER_PROCESS)
class OpinionController {

	private static final Limit PAGE = new Limit(50);

	private static final Files.Acceptance SCANS = new Files.Acceptance(10L * 1024 * 1024, List.of("application/pdf", "image/png", "image/jpeg"));

	private final Consultations consultations;

	private final DeskSide side;

	private final Lights lights;

	private final Files files;

	private final ShownFiles shown;

	OpinionController(Consultations consultations, DeskSide side, Lights lights, Files files, ShownFiles shown) {
		this.consultations = consultations;
		this.side = side;
		this.lights = lights;
		this.files = files;
		this.shown = shown;
	}

	@GetMapping("/mot-cua/lay-y-kien")
	String waiting(@CurrentActor Actor officer, @RequestParam(name = "sau", required = false) @Nullable String after, Model model) {
		DeskQueues around = side.of(officer);
		Slice<Consultation> slice = consultations.waiting(around.agency(), PAGE, after);
		model.addAttribute("side", around);
		model.addAttribute("waiting", slice.items());
		model.addAttribute("next", slice.next());
		model.addAttribute("now", lights.now());
		return "onestop/opinion/list";
	}

	@GetMapping("/mot-cua/lay-y-kien/{id}")
	String question(@PathVariable UUID id, @CurrentActor Actor officer, Model model) {
		return draw(id, officer, new AskForm("", "", List.of(), List.of()), model);
	}

	@PostMapping(path = "/mot-cua/lay-y-kien/{id}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	String answer(@PathVariable UUID id, @CurrentActor Actor officer, @RequestParam(name = "y-kien", defaultValue = "") String opinion,
			MultipartHttpServletRequest request, Model model, RedirectAttributes redirect, HttpServletResponse response) {
		consultations.get(id, officer);
		List<FieldProblem> problems = new ArrayList<>();
		List<UUID> stored = stored(request.getFiles("tep"), problems);
		if (problems.isEmpty()) {
			try {
				consultations.answer(id, opinion, stored, officer);
				Flashes.success(redirect, "onestop.opinion.done");
				return "redirect:/mot-cua/lay-y-kien/" + id;
			}
			catch (ProblemException refused) {
				if (refused.code().kind() != ProblemKind.FIELDS) {
					throw refused;
				}
				problems.addAll(refused.fields());
			}
		}
		response.setStatus(ProblemKind.FIELDS.status());
		return draw(id, officer, new AskForm(opinion, "", List.of(), problems), model);
	}

	/** For the asked agency what it may see and its own files; for the agency that asked the answer's. */
	@GetMapping("/mot-cua/lay-y-kien/{id}/tep/{file}")
	void file(@PathVariable UUID id, @PathVariable UUID file, @CurrentActor Actor officer, HttpServletResponse response) throws IOException {
		Consultation consultation = consultations.get(id, officer);
		List<UUID> answered = consultation.answer() == null ? List.of() : consultation.answer().files();
		if (Stream.concat(consultation.papers().stream(), answered.stream()).noneMatch(file::equals)) {
			throw new ProblemException(FileProblem.NOT_FOUND);
		}
		shown.send(files.get(file), response);
	}

	private List<UUID> stored(List<MultipartFile> uploads, List<FieldProblem> problems) {
		List<UUID> stored = new ArrayList<>();
		for (MultipartFile upload : uploads.stream().filter(file -> !file.isEmpty()).limit(20).toList()) {
			try (InputStream bytes = upload.getInputStream()) {
				stored.add(files.store(bytes, upload.getOriginalFilename() == null ? "y-kien" : upload.getOriginalFilename(), SCANS).id());
			}
			catch (ProblemException refused) {
				problems.add(new FieldProblem("/tep", refused.code().code(), refused.values()));
			}
			catch (IOException broken) {
				throw new ProblemException(CommonProblem.UNREADABLE, "detail", "tep");
			}
		}
		return stored;
	}

	private String draw(UUID id, Actor officer, AskForm form, Model model) {
		Consultation consultation = consultations.look(id, officer);
		List<UUID> ids = new ArrayList<>(consultation.papers());
		if (consultation.answer() != null) {
			ids.addAll(consultation.answer().files());
		}
		Map<UUID, StoredFile> known = files.get(ids);
		model.addAttribute("it", consultation);
		model.addAttribute("files", known);
		model.addAttribute("form", form);
		model.addAttribute("now", lights.now());
		return "onestop/opinion/question";
	}

}
