package vn.motcua.agency.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import vn.motcua.agency.AgencyProblem;
import vn.motcua.agency.importing.TreeImports;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;
import vn.motcua.site.Visitor;

/** Put up a tree, look at what it changes, confirm. */
@Controller
@RequestMapping("/quan-tri/don-vi/nhap")
@RequiresPermission(Permission.AGENCY_MANAGE)
class ImportController {

	private static final int LATEST = 10;

	private static final int LONGEST_FILE_NAME = 120;

	private final TreeImports imports;

	private final ObjectProvider<Visitor> visitor;

	private final Clock clock;

	ImportController(TreeImports imports, ObjectProvider<Visitor> visitor, Clock clock) {
		this.imports = imports;
		this.visitor = visitor;
		this.clock = clock;
	}

	@GetMapping
	String form(Model model) {
		return form(LocalDate.now(clock.withZone(Page.ZONE)), null, model);
	}

	@PostMapping
	String putUp(@RequestParam("tep") MultipartFile file, @RequestParam("ngay") LocalDate on, Model model, HttpServletResponse response) throws IOException {
		try {
			if (file.isEmpty()) {
				throw new ProblemException(AgencyProblem.FILE_UNREADABLE, "missing", "tep");
			}
			return "redirect:/quan-tri/don-vi/nhap/" + imports.putUp(name(file), file.getBytes(), on, actor());
		}
		catch (ProblemException refused) {
			response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
			return form(on, refused, model);
		}
	}

	@GetMapping("/{id}")
	String preview(@PathVariable UUID id, Model model) {
		return preview(id, null, model);
	}

	@PostMapping("/{id}/ap-dung")
	String apply(@PathVariable UUID id, @RequestParam("phien-ban") long treeVersion, Model model, HttpServletResponse response) {
		try {
			imports.apply(id, treeVersion, actor());
			return "redirect:/quan-tri/don-vi/nhap/" + id;
		}
		catch (ProblemException refused) {
			response.setStatus(refused.code().kind().status());
			return preview(id, refused, model);
		}
	}

	private String form(LocalDate on, @Nullable ProblemException refused, Model model) {
		model.addAttribute("view", new ImportPage(on, imports.latest(LATEST), refused));
		return "agency/import";
	}

	private String preview(UUID id, @Nullable ProblemException refused, Model model) {
		model.addAttribute("view", PreviewPage.of(imports.get(id), imports.preview(id), imports.treeVersion(), refused));
		return "agency/preview";
	}

	private Actor actor() {
		Visitor signedIn = visitor.getIfAvailable();
		return (signedIn == null ? Optional.<Actor>empty() : signedIn.current()).orElseThrow(() -> new ProblemException(CommonProblem.SIGN_IN));
	}

	private static String name(MultipartFile file) {
		String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename().replaceAll("[\\p{Cntrl}/\\\\]", "_");
		return name.length() > LONGEST_FILE_NAME ? name.substring(name.length() - LONGEST_FILE_NAME) : name;
	}

}
