package vn.motcua.reporting.analysis;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** SDMX in, and what it is made of. */
@RestController
@RequestMapping("/api/reporting/v1/sdmx")
class SdmxApiController {

	private static final MediaType STRUCTURE = MediaType.parseMediaType("application/vnd.sdmx.structure+json;version=2.0.0");

	private static final int MOST_BYTES = 16 << 20;

	private final SdmxStructure structure;

	private final SdmxIntake intake;

	private final JsonMapper json;

	SdmxApiController(SdmxStructure structure, SdmxIntake intake, JsonMapper json) {
		this.structure = structure;
		this.intake = intake;
		this.json = json;
	}

	@GetMapping("/structure")
	@RequiresPermission(Permission.REPORT_VIEW)
	ResponseEntity<ObjectNode> structure() {
		return ResponseEntity.ok().contentType(STRUCTURE).body(structure.message());
	}

	@PostMapping("/data")
	@RequiresPermission(Permission.REPORT_FILL)
	Map<String, Object> data(@RequestParam String regime, @RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request, @CurrentActor Actor actor) throws IOException {
		byte[] content = request.getInputStream().readNBytes(MOST_BYTES + 1);
		if (content.length > MOST_BYTES) {
			throw new ProblemException(CommonProblem.TOO_LARGE, "max", MOST_BYTES);
		}
		String type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
		List<SdmxLine> lines = type.contains("csv") ? SdmxReader.csv(content) : SdmxReader.json(content, json);
		SdmxIntake.Taken taken = intake.take(regime, lines, dryRun, actor);
		return Map.of("observations", taken.observations(), "reports", taken.reports(), "written", !dryRun);
	}

}
