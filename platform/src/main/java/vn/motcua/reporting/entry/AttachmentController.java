package vn.motcua.reporting.entry;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.site.Flashes;

/** Files attached to the narrative. */
@Controller
@RequestMapping("/bao-cao/nhap/{regime}/{period}/{agency}/tep")
class AttachmentController {

	private static final Files.Acceptance ACCEPTED = new Files.Acceptance(25L << 20, List.of("application/pdf", "image/jpeg", "image/png",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

	private final ReportForms forms;

	private final AttachmentStore attachments;

	private final Files files;

	private final Reports reports;

	private final TransactionTemplate transaction;

	AttachmentController(ReportForms forms, AttachmentStore attachments, Files files, Reports reports, TransactionTemplate transaction) {
		this.forms = forms;
		this.attachments = attachments;
		this.files = files;
		this.reports = reports;
		this.transaction = transaction;
	}

	@PostMapping
	@RequiresPermission(Permission.REPORT_FILL)
	String add(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @RequestParam(name = "phan", defaultValue = "") String section,
			@RequestParam(name = "tep", required = false) @Nullable MultipartFile upload, @CurrentActor Actor actor, RedirectAttributes redirect) throws IOException {
		ReportForm form = forms.at(regime, period, agency, actor);
		SheetKey key = form.address().key();
		reports.fillable(key, actor);
		if (form.template().narratives().stream().noneMatch(each -> each.attachments() && each.code().equals(section))) {
			throw new ProblemException(EntryProblem.NO_SUCH_PLACE);
		}
		if (upload == null || upload.isEmpty()) {
			Flashes.refused(redirect, "reporting.entry.files.missing");
		}
		else if (attachments.of(key).size() >= AttachmentStore.MOST) {
			Flashes.refused(redirect, "reporting.entry.files.many", "max", AttachmentStore.MOST);
		}
		else {
			try (InputStream content = upload.getInputStream()) {
				StoredFile stored = files.store(content, String.valueOf(upload.getOriginalFilename()), ACCEPTED);
				transaction.executeWithoutResult(status -> {
					reports.fillable(key, actor);
					attachments.add(key, section, stored, actor);
					reports.touched(key, actor);
				});
				Flashes.success(redirect, "reporting.entry.saved");
			}
			catch (ProblemException refused) {
				Flashes.refused(redirect, "problem." + refused.code().code(), refused.values().entrySet().stream().flatMap(value -> java.util.stream.Stream.of(value.getKey(), value.getValue())).toArray());
			}
		}
		return "redirect:/bao-cao/nhap/" + form.address().path() + "#tep";
	}

	@PostMapping("/{file}/xoa")
	@RequiresPermission(Permission.REPORT_FILL)
	String remove(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @PathVariable UUID file, @CurrentActor Actor actor,
			RedirectAttributes redirect) {
		ReportForm form = forms.at(regime, period, agency, actor);
		SheetKey key = form.address().key();
		transaction.executeWithoutResult(status -> {
			reports.fillable(key, actor);
			if (!attachments.remove(key, file)) {
				throw new ProblemException(CommonProblem.NOT_FOUND);
			}
			reports.touched(key, actor);
		});
		Flashes.success(redirect, "reporting.entry.saved");
		return "redirect:/bao-cao/nhap/" + form.address().path() + "#tep";
	}

	@GetMapping("/{file}")
	@RequiresPermission(Permission.REPORT_VIEW)
	ResponseEntity<InputStreamResource> open(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @CurrentActor Actor actor, @PathVariable UUID file) {
		SheetKey key = forms.at(regime, period, agency, actor).address().key();
		if (attachments.of(key).stream().noneMatch(each -> each.file().equals(file))) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		StoredFile stored = files.get(file);
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(stored.mediaType())).contentLength(stored.sizeBytes())
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(stored.name(), java.nio.charset.StandardCharsets.UTF_8).build().toString())
			.body(new InputStreamResource(files.open(file)));
	}

}
