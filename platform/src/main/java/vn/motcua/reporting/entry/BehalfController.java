package vn.motcua.reporting.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.entry.WorkbookContent.WorkbookFinding;
import vn.motcua.site.Flashes;
import vn.motcua.site.Messages;

/** Reports that go to one agency, entered on behalf of those who owe them with one workbook. */
@Controller
@RequestMapping("/bao-cao/nhap-thay/{regime}/{period}/{agency}")
@RequiresPermission(Permission.REPORT_FILL)
class BehalfController {

	private final ReportForms forms;

	private final BehalfWorkbooks workbooks;

	private final BehalfUploads uploads;

	private final ShareStore shares;

	private final Messages messages;

	BehalfController(ReportForms forms, BehalfWorkbooks workbooks, BehalfUploads uploads, ShareStore shares, Messages messages) {
		this.forms = forms;
		this.workbooks = workbooks;
		this.uploads = uploads;
		this.shares = shares;
		this.messages = messages;
	}

	@GetMapping
	String page(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @RequestParam(name = "sau", required = false) @Nullable String after,
			@CurrentActor Actor actor, Model model) {
		return page(forms.at(regime, period, agency), after, actor, null, List.of(), model);
	}

	/** Of the agencies that the page of the same {@code sau} lists. */
	@GetMapping("/bieu-mau.xlsx")
	void workbook(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @RequestParam(name = "sau", required = false) @Nullable String after,
			@RequestParam(name = "kieu", defaultValue = "trang") String kind, @CurrentActor Actor actor, HttpServletResponse response) throws IOException {
		ReportForm gatherer = forms.at(regime, period, agency);
		Slice<BehalfWorkbooks.Waiting> open = workbooks.open(gatherer, actor, after);
		boolean table = table(kind);
		if (open.items().isEmpty() || table && !TableLayout.of(gatherer).fits()) {
			throw new ProblemException(EntryProblem.NOTHING_TO_ENTER);
		}
		PaperController.head(response, gatherer, PaperController.XLSX, (table ? "_bang" : "_don-vi") + ".xlsx", true);
		workbooks.write(gatherer, open.items(), table, response.getOutputStream());
	}

	@PostMapping("/tai-len")
	String upload(@PathVariable String regime, @PathVariable String period, @PathVariable String agency,
			@RequestParam(name = "tep", required = false) @Nullable MultipartFile upload, @CurrentActor Actor actor, Locale language, HttpServletResponse response, Model model)
			throws IOException {
		ReportForm gatherer = forms.at(regime, period, agency);
		workbooks.require(gatherer, actor);
		if (upload == null || upload.isEmpty() || upload.getSize() > UploadController.MOST_MB * 1_048_576L) {
			response.setStatus(422);
			String words = upload == null || upload.isEmpty() ? "reporting.entry.upload.missing" : "problem.reporting.workbook-large";
			return page(gatherer, null, actor, messages.text(language, words), List.of(), model);
		}
		Path file = Files.createTempFile("motcua-form", ".xlsx");
		try {
			upload.transferTo(file);
			BehalfUploads.Read read = uploads.read(gatherer, file, WorkbookContent.named(upload.getOriginalFilename()), actor);
			if (read.id() == null) {
				response.setStatus(422);
				return page(gatherer, null, actor, messages.text(language, "reporting.behalf.none-read"), read.findings(), model);
			}
			return "redirect:/bao-cao/nhap-thay/" + gatherer.address().path() + "/tai-len/" + read.id();
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	@GetMapping("/tai-len/{id}")
	String differences(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @PathVariable UUID id,
			@RequestParam(name = "sau", defaultValue = "0") int after, @CurrentActor Actor actor, Model model) {
		ReportForm gatherer = forms.at(regime, period, agency);
		if (after < 0) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/sau", "common.cursor")));
		}
		return compared(gatherer, find(id, gatherer, actor), after, null, model);
	}

	/**
	 * @param which {@code tat-ca} for all, which nothing may be wrong with, or {@code du} for those that are whole
	 * @param seen digest of what the clerk looked at: nothing else is taken
	 */
	@PostMapping("/tai-len/{id}")
	String accept(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @PathVariable UUID id,
			@RequestParam(name = "nhan", defaultValue = "") String which, @RequestParam(name = "da-xem", defaultValue = "") String seen, @CurrentActor Actor actor,
			Locale language, HttpServletResponse response, RedirectAttributes redirect, Model model) {
		ReportForm gatherer = forms.at(regime, period, agency);
		ShareStore.Upload upload = find(id, gatherer, actor);
		if (!which.equals("du") && (upload.wrong() > 0 || !upload.findings().isEmpty())) {
			response.setStatus(422);
			return compared(gatherer, upload, 0, messages.text(language, "reporting.behalf.not-all"), model);
		}
		BehalfUploads.Digest looked = uploads.digest(gatherer, id);
		if (!looked.text().equals(seen)) {
			response.setStatus(409);
			return compared(gatherer, upload, 0, messages.text(language, "reporting.entry.upload.meanwhile"), model);
		}
		int[] taken = new int[2];
		uploads.each(gatherer, id, share -> {
			if (share.whole()) {
				taken[uploads.accept(id, share, looked, actor) ? 0 : 1]++;
			}
		});
		if (taken[1] == 0) {
			Flashes.success(redirect, "reporting.behalf.taken", "count", taken[0]);
		}
		else {
			Flashes.refused(redirect, "reporting.behalf.taken-some", "count", taken[0], "left", taken[1]);
		}
		return "redirect:/bao-cao/nhap-thay/" + gatherer.address().path() + "/tai-len/" + id;
	}

	/** Whether the workbook is one table, or a sheet for each agency. */
	private static boolean table(String kind) {
		return switch (kind) {
			case "bang" -> true;
			case "trang" -> false;
			default -> throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/kieu", "reporting.behalf.kind")));
		};
	}

	/** Own uploads, as long as the clerk still works for the agency that gathers. */
	private ShareStore.Upload find(UUID id, ReportForm gatherer, Actor actor) {
		ShareStore.Upload upload = shares.find(id, gatherer.address().key(), actor).orElseThrow(() -> new ProblemException(EntryProblem.NO_SUCH_UPLOAD));
		workbooks.require(gatherer, actor);
		return upload;
	}

	private String page(ReportForm gatherer, @Nullable String after, Actor actor, @Nullable String problem, List<WorkbookFinding> findings, Model model) {
		model.addAttribute("behalf", new BehalfPage(gatherer, workbooks.open(gatherer, actor, after), after, TableLayout.of(gatherer).fits(),
				shares.mine(gatherer.address().key(), actor), problem, findings));
		return "reporting/entry/behalf";
	}

	private String compared(ReportForm gatherer, ShareStore.Upload upload, int after, @Nullable String problem, Model model) {
		List<BehalfUploadPage.Line> lines = new ArrayList<>();
		BehalfUploads.Digest digest = new BehalfUploads.Digest();
		int[] counts = new int[3];
		uploads.each(gatherer, upload.id(), share -> {
			digest.add(share);
			if (share.whole()) {
				counts[0]++;
				counts[1] += share.compared().changes();
			}
			if (share.same()) {
				counts[2]++;
			}
			else if (share.share().place() > after && lines.size() <= BehalfUploadPage.LINES) {
				lines.add(BehalfUploadPage.Line.of(share));
			}
		});
		model.addAttribute("upload", new BehalfUploadPage(gatherer, upload, lines, digest.text(), counts[0], counts[1], counts[2], problem));
		return "reporting/entry/behalfUpload";
	}

}
