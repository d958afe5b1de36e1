package vn.motcua.portal.mine;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierView;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;

/** Files of one's own dossier: what was handed in and the result. Always a download, never shown as a page of ours. */
@Controller
@RequiresPermission(Permission.OWN_DATA)
class DossierFilesController {

	private final OwnDossiers own;

	private final Files files;

	DossierFilesController(OwnDossiers own, Files files) {
		this.own = own;
		this.files = files;
	}

	@GetMapping("/ho-so/{code}/tep/{fileId}")
	ResponseEntity<Resource> file(@PathVariable String code, @PathVariable UUID fileId, @CurrentActor Actor actor) {
		DossierView dossier = own.get(code, actor);
		boolean belongs = dossier.files().stream().anyMatch(file -> file.fileId().equals(fileId));
		if (!belongs) {
			throw new ProblemException(DossierProblem.NOT_FOUND);
		}
		return download(fileId, Optional.empty());
	}

	@GetMapping("/ho-so/{code}/ket-qua")
	ResponseEntity<Resource> result(@PathVariable String code, @CurrentActor Actor actor) {
		DossierView dossier = own.get(code, actor);
		DossierView.ResultView result = dossier.result();
		if (result == null) {
			throw new ProblemException(DossierProblem.NOT_FOUND);
		}
		return download(result.file(), Optional.of("ket-qua-" + dossier.summary().code().value() + ".pdf"));
	}

	private ResponseEntity<Resource> download(UUID id, Optional<String> name) {
		StoredFile file = files.get(id);
		InputStream content = files.open(id);
		ContentDisposition disposition = ContentDisposition.attachment().filename(name.orElse(file.name()), StandardCharsets.UTF_8).build();
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.mediaType())).contentLength(file.sizeBytes())
				.cacheControl(CacheControl.noStore()).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
				.body(new InputStreamResource(content));
	}

}
