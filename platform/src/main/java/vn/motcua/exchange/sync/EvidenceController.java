package vn.motcua.exchange.sync;

import java.nio.charset.StandardCharsets;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.access.RequiresPermission;

/** Evidence for a sender that a batch was received, and what anybody checks it by. */
@RestController
@RequestMapping("/api/sync/v1")
class EvidenceController {

	private final Evidence evidence;

	EvidenceController(Evidence evidence) {
		this.evidence = evidence;
	}

	@GetMapping("/calls/{number}/evidence")
	@RequiresPermission(Permission.SYNC)
	ResponseEntity<byte[]> evidence(@PathVariable long number, @CurrentActor Actor sender) {
		return pem(evidence.of(sender.account(), number));
	}

	@GetMapping("/seal")
	@PublicAccess
	ResponseEntity<byte[]> certificates() {
		return pem(evidence.certificates());
	}

	static ResponseEntity<byte[]> pem(String text) {
		return ResponseEntity.ok().header("Content-Type", "application/x-pem-file").body(text.getBytes(StandardCharsets.UTF_8));
	}

}
