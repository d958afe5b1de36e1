package vn.motcua.audit.domain;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.motcua.audit.AuditTrail.Verification;
import vn.motcua.kernel.cli.CheckCommand;

/** {@code ./motcua audit verify}. */
@Component
class AuditCommand extends CheckCommand {

	AuditCommand(ChainCheck check) {
		super("audit", "audit verify    check the chain of the record of access", Map.of("verify", () -> found(check.run())));
	}

	private static Found found(Verification verification) {
		return new Found(verification.intact(), List.of(verification.rows() + " sealed rows read, " + verification.unsealed() + " not sealed yet",
				verification.intact() ? "The record of access is as it was written." : "The record of access was tampered with: " + verification.finding()));
	}

}
