package vn.motcua.reporting.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.reporting.ReportDocuments;

/** A report as a file: the form as a workbook, the whole report as PDF and Word. */
@Controller
@RequestMapping("/bao-cao/nhap/{regime}/{period}/{agency}")
@RequiresPermission(Permission.REPORT_VIEW)
class PaperController {

	static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

	private final ReportForms forms;

	private final Workbooks workbooks;

	private final ReportDocuments documents;

	PaperController(ReportForms forms, Workbooks workbooks, ReportDocuments documents) {
		this.forms = forms;
		this.workbooks = workbooks;
		this.documents = documents;
	}

	@GetMapping("/bieu-mau.xlsx")
	void workbook(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @CurrentActor Actor actor, HttpServletResponse response) throws IOException {
		ReportForm form = forms.at(regime, period, agency, actor);
		head(response, form, XLSX, ".xlsx", true);
		workbooks.write(form, response.getOutputStream());
	}

	@GetMapping("/bao-cao.pdf")
	void pdf(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @CurrentActor Actor actor, HttpServletResponse response) throws IOException {
		ReportForm form = forms.at(regime, period, agency, actor);
		byte[] pdf = documents.pdf(form.address().key());
		head(response, form, "application/pdf", ".pdf", false);
		response.getOutputStream().write(pdf);
	}

	@GetMapping("/bao-cao.docx")
	void word(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @CurrentActor Actor actor, HttpServletResponse response) throws IOException {
		ReportForm form = forms.at(regime, period, agency, actor);
		byte[] word = documents.word(form.address().key());
		head(response, form, DOCX, ".docx", true);
		response.getOutputStream().write(word);
	}

	static void head(HttpServletResponse response, ReportForm form, String type, String ending, boolean download) {
		String name = form.address().path().replace('/', '_').replace(':', '-') + ending;
		response.setContentType(type);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				(download ? ContentDisposition.attachment() : ContentDisposition.inline()).filename(name, StandardCharsets.UTF_8).build().toString());
	}

}
