package vn.motcua.portal.mine;

import java.util.Map;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.motcua.file.Documents;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.site.Pages;

/**
 * Receipt of a submission (<i>biên nhận nộp hồ sơ</i>): the code, when it was sent, and every file with its digest, so that
 * nobody can say later that something was not there. The QR code leads to public tracking.
 */
@Controller
@RequiresPermission(Permission.OWN_DATA)
class ReceiptController {

	private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

	private final OwnDossiers own;

	private final Documents documents;

	private final Pages pages;

	ReceiptController(OwnDossiers own, Documents documents, Pages pages) {
		this.own = own;
		this.documents = documents;
		this.pages = pages;
	}

	@GetMapping("/ho-so/{code}/bien-nhan.pdf")
	ResponseEntity<byte[]> receipt(@PathVariable String code, @CurrentActor Actor actor, HttpServletRequest request, HttpServletResponse response) {
		DossierPage dossier = own.page(code, actor);
		String known = dossier.summary().code().value();
		String tracking = ServletUriComponentsBuilder.fromContextPath(request).path("/tra-cuu").queryParam("ma", known).toUriString();
		StringOutput xhtml = new StringOutput(8192);
		TEMPLATES.render("portal/receipt.jte", Map.of("page", pages.of(request, response), "dossier", dossier, "qr", documents.qrDataUri(tracking),
				"tracking", tracking), xhtml);
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
				.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("bien-nhan-" + known + ".pdf").build().toString())
				.body(documents.pdf(xhtml.toString()));
	}

}
