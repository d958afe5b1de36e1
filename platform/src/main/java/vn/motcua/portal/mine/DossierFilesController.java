package vn.motcua.portal.mine;

import java.util.UUID;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierView;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.portal.upload.Downloads;

/** Files of one's own dossier: what was handed in and the result. Always a download, never shown as a page of ours. */
@Controller
@RequiresPermission(Permission.OWN_DATA)
class DossierFilesController {

	private final OwnDossiers own;

	private final Downloads downloads;

	DossierFilesController(OwnDossiers own, Downloads downloads) {
		this.own = own;
		this.downloads = downloads;
	}

	@GetMapping("/ho-so/{code}/tep/{fileId}")
	ResponseEntity<Resource> file(@PathVariable String code, @PathVariable UUID fileId, @CurrentActor Actor actor) {
		DossierView dossier = own.get(code, actor);
		boolean belongs = dossier.files().stream().anyMatch(file -> file.fileId().equals(fileId)) || own.sent(dossier).has(fileId);
		if (!belongs) {
			throw new ProblemException(DossierProblem.NOT_FOUND);
		}
		return downloads.of(fileId, null);
	}

	@GetMapping("/ho-so/{code}/ket-qua")
	ResponseEntity<Resource> result(@PathVariable String code, @CurrentActor Actor actor) {
		DossierView dossier = own.get(code, actor);
		DossierView.ResultView result = dossier.result();
		if (result == null) {
			throw new ProblemException(DossierProblem.NOT_FOUND);
		}
		return downloads.of(result.file(), "ket-qua-" + dossier.summary().code().value() + ".pdf");
	}

}
