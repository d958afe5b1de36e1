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

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;

/** SDMX in, and what it is made of. */
@RestController
@RequestMapping("/api/reporting/v1/sdmx")
class SdmxApiController {

	private static final MediaType STRUCTURE = MediaType.parseMediaType("application/vnd.sdmx.structure+json;version=2.0.0");

	private final SdmxStructure structure;

	private final SdmxIntake intake;

	SdmxApiController(SdmxStructure structure, SdmxIntake intake) {
		this.structure = structure;
		this.intake = intake;
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
		SdmxIntake.Taken taken = intake.take(regime, request.getInputStream(), csv, dryRun, actor);
		return Map.of("observations", taken.observations(), "reports", taken.reports(), "changed", taken.changed(), "written", !dryRun);
	}

}
