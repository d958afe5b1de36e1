package vn.motcua.portal.apply;

import java.util.UUID;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DraftView;
import vn.motcua.dossier.Drafts;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.portal.upload.Downloads;

/** Looking again at a file of one's own draft. */
@Controller
@RequiresPermission(Permission.APPLY)
class DraftFileController {

	private final Drafts drafts;

	private final Downloads downloads;

	DraftFileController(Drafts drafts, Downloads downloads) {
		this.drafts = drafts;
		this.downloads = downloads;
	}

	@GetMapping("/ho-so/nhap/{id}/tep/{fileId}")
	ResponseEntity<Resource> file(@PathVariable UUID id, @PathVariable UUID fileId, @CurrentActor Actor actor) {
		DraftView draft = drafts.get(id, actor);
		if (draft.files().stream().noneMatch(file -> file.fileId().equals(fileId))) {
			throw new ProblemException(DossierProblem.NOT_FOUND);
		}
		return downloads.of(fileId, null);
	}

}
