package vn.motcua.dossier.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierSlips;
import vn.motcua.dossier.DossierSlips.Slip;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;

/** The receipt and the slips of a dossier, for its applicant and for officers of the agency in charge; an officer's look is recorded. */
@Controller
@RequiresPermission(Permission.OWN_DATA)
class SlipController {

	private static final String PURPOSE = "dossier.purpose.slip";

	private final Dossiers dossiers;

	private final DossierSlips slips;

	SlipController(Dossiers dossiers, DossierSlips slips) {
		this.dossiers = dossiers;
		this.slips = slips;
	}

	@GetMapping("/ho-so/{code}/giay-tiep-nhan")
	ResponseEntity<byte[]> receipt(@PathVariable String code, @CurrentActor Actor actor) {
		return slip(code, Slip.RECEIPT, actor);
	}

	@GetMapping("/ho-so/{code}/phieu/{word}")
	ResponseEntity<byte[]> slip(@PathVariable String code, @PathVariable String word, @CurrentActor Actor actor) {
		return slip(code, Slip.find(word).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND)), actor);
	}

	private ResponseEntity<byte[]> slip(String code, Slip slip, Actor actor) {
		DossierCode known = DossierCode.find(code).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
		DossierView dossier = dossiers.get(known, actor, PURPOSE);
		byte[] pdf = slips.pdf(slip, dossier).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
		ContentDisposition name = ContentDisposition.inline().filename(slip.word() + "-" + known.value() + ".pdf").build();
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, name.toString()).body(pdf);
	}

}
