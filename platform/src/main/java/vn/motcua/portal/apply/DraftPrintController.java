package vn.motcua.portal.apply;

import java.util.UUID;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Pages;

/** Saving a draft as PDF, whatever it holds so far. */
@Controller
@RequiresPermission(Permission.APPLY)
class DraftPrintController {

	private final Applications applications;

	private final DraftPrint print;

	private final Pages pages;

	DraftPrintController(Applications applications, DraftPrint print, Pages pages) {
		this.applications = applications;
		this.print = print;
		this.pages = pages;
	}

	@GetMapping("/ho-so/nhap/{id}/ban-nhap.pdf")
	ResponseEntity<byte[]> pdf(@PathVariable UUID id, @CurrentActor Actor actor, HttpServletRequest request, HttpServletResponse response) {
		Application application = applications.get(id, actor);
		if (application.sent()) {
			throw new ProblemException(DossierProblem.DRAFT_NOT_FOUND);
		}
		ContentDisposition name = ContentDisposition.attachment().filename("ban-nhap-" + application.service().code().value() + ".pdf").build();
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore()).header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
			.body(print.pdf(pages.of(request, response), application));
	}

}
