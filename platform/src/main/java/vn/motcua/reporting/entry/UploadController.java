package vn.motcua.reporting.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ValueSource;
import vn.motcua.site.Flashes;
import vn.motcua.site.Messages;

/** A filled workbook comes back: read, compared cell by cell, then accepted as a whole. */
@Controller
@RequestMapping("/bao-cao/nhap/{regime}/{period}/{agency}/tai-len")
@RequiresPermission(Permission.REPORT_FILL)
class UploadController {

	static final int MOST_MB = 25;

	private final ReportForms forms;

	private final Workbooks workbooks;

	private final UploadStore uploads;

	private final vn.motcua.reporting.Reports reports;

	private final Messages messages;

	UploadController(ReportForms forms, Workbooks workbooks, UploadStore uploads, vn.motcua.reporting.Reports reports, Messages messages) {
		this.forms = forms;
		this.workbooks = workbooks;
		this.uploads = uploads;
		this.reports = reports;
		this.messages = messages;
	}

	@GetMapping
	String ask(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @CurrentActor Actor actor, Model model) {
		return page(UploadPage.asking(forms.at(regime, period, agency, actor), null), model);
	}

	@PostMapping
	String upload(@PathVariable String regime, @PathVariable String period, @PathVariable String agency,
			@RequestParam(name = "tep", required = false) @Nullable MultipartFile upload, @CurrentActor Actor actor, Locale language, HttpServletResponse response, Model model)
			throws IOException {
		ReportForm form = forms.at(regime, period, agency, actor);
		reports.fillable(form.address().key(), actor);
		if (upload == null || upload.isEmpty() || upload.getSize() > MOST_MB * 1_048_576L) {
			response.setStatus(422);
			return page(UploadPage.asking(form, messages.text(language, upload == null || upload.isEmpty() ? "reporting.entry.upload.missing" : "problem.reporting.workbook-large")), model);
		}
		Path file = Files.createTempFile("motcua-form", ".xlsx");
		try {
			upload.transferTo(file);
			WorkbookContent content = workbooks.read(form, file);
			if (content.parts().isEmpty()) {
				response.setStatus(422);
				return page(new UploadPage(form, null, WorkbookContent.named(upload.getOriginalFilename()), List.of(), "", content.findings(), null), model);
			}
			UUID id = uploads.add(form.address().key(), WorkbookContent.named(upload.getOriginalFilename()), content, actor);
			return "redirect:/bao-cao/nhap/" + form.address().path() + "/tai-len/" + id;
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	@GetMapping("/{id}")
	String differences(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @PathVariable UUID id, @CurrentActor Actor actor, Model model) {
		ReportForm form = forms.at(regime, period, agency, actor);
		return page(compared(form, upload(id, form, actor), null), model);
	}

	/** @param seen digest of the differences the clerk looked at: nothing else is taken */
	@PostMapping("/{id}")
	String accept(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @PathVariable UUID id,
			@RequestParam(name = "da-xem", defaultValue = "") String seen, @CurrentActor Actor actor, Locale language, HttpServletResponse response,
			RedirectAttributes redirect, Model model) {
		ReportForm form = forms.at(regime, period, agency, actor);
		UploadStore.Upload upload = upload(id, form, actor);
		if (!upload.content().findings().isEmpty()) {
			response.setStatus(422);
			return page(compared(form, upload, messages.text(language, "reporting.entry.upload.findings")), model);
		}
		List<Workbooks.Compared> compared = workbooks.compare(form, upload.content());
		if (!Workbooks.digest(compared).equals(seen)) {
			response.setStatus(409);
			return page(compared(form, upload, messages.text(language, "reporting.entry.upload.meanwhile")), model);
		}
		Optional<ProblemException> refused = workbooks.accept(compared, ValueSource.FILE, actor, () -> {
			if (!uploads.accept(id)) {
				throw new ProblemException(EntryProblem.NO_SUCH_UPLOAD);
			}
		});
		if (refused.isPresent()) {
			response.setStatus(refused.get().code().kind().status());
			return page(compared(form, upload, messages.text(language, "problem." + refused.get().code().code(), refused.get().values())), model);
		}
		Flashes.success(redirect, "reporting.entry.upload.accepted");
		return "redirect:/bao-cao/nhap/" + form.address().path();
	}

	private UploadStore.Upload upload(UUID id, ReportForm form, Actor actor) {
		return uploads.find(id, form.address().key(), actor).orElseThrow(() -> new ProblemException(EntryProblem.NO_SUCH_UPLOAD));
	}

	private UploadPage compared(ReportForm form, UploadStore.Upload upload, @Nullable String problem) {
		List<Workbooks.Compared> compared = workbooks.compare(form, upload.content());
		List<UploadPage.Share> shares = compared.stream().map(UploadPage.Share::of).toList();
		return new UploadPage(form, upload.id().toString(), upload.fileName(), shares, Workbooks.digest(compared), upload.content().findings(), problem);
	}

	private static String page(UploadPage upload, Model model) {
		model.addAttribute("upload", upload);
		return "reporting/entry/upload";
	}

}
