package vn.motcua.exchange.sent;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.exchange.SentFiles;
import vn.motcua.exchange.sync.Intake;
import vn.motcua.file.StoredFile;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Papers and results by content: the digest in the address names them, so sending one again changes nothing. */
@RestController
@RequiresPermission(Permission.SYNC)
class FileController {

	private final SentFiles files;

	private final Intake intake;

	FileController(SentFiles files, Intake intake) {
		this.files = files;
		this.intake = intake;
	}

	@PutMapping("/api/sync/v1/files/{sha256}")
	Map<String, Object> keep(@PathVariable String sha256, @RequestParam(defaultValue = "") String name, HttpServletRequest request, @CurrentActor Actor sender) throws IOException {
		if (!sha256.matches("[0-9a-f]{64}")) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/sha256", "exchange.sha256")));
		}
		StoredFile file = intake.withinFiles(sender, () -> files.keep(sender, sha256, name.isBlank() ? sha256 : name, request.getInputStream()));
		return Map.of("sha256", file.sha256(), "name", file.name(), "mediaType", file.mediaType(), "bytes", file.sizeBytes(), "storedAt", file.storedAt());
	}

}
