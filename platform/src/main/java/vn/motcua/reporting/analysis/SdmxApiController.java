package vn.motcua.reporting.analysis;

import java.io.IOException;
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

	private static final int MOST_BYTES_OF_CSV = 8 << 20;

	/** It is read into a tree. */
	private static final int MOST_BYTES_OF_JSON = 4 << 20;

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

	@PostMapping(path = "/data", consumes = { "application/vnd.sdmx.data+json", "application/vnd.sdmx.data+csv", "application/json", "text/csv", "application/csv" })
	@RequiresPermission(Permission.REPORT_FILL)
	Map<String, Object> data(@RequestParam String regime, @RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request, @CurrentActor Actor actor) throws IOException {
		boolean csv = request.getContentType().toLowerCase(Locale.ROOT).contains("csv");
		int most = csv ? MOST_BYTES_OF_CSV : MOST_BYTES_OF_JSON;
		byte[] content = request.getInputStream().readNBytes(most + 1);
		if (content.length > most) {
			throw new ProblemException(CommonProblem.TOO_LARGE, "max", most);
		}
		SdmxIntake.Taken taken = intake.take(regime, csv ? SdmxReader.csv(content) : SdmxReader.json(content, json), dryRun, actor);
		return Map.of("observations", taken.observations(), "reports", taken.reports(), "changed", taken.changed(), "written", !dryRun);
	}

}
