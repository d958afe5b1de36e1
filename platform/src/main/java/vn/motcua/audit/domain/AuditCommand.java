package vn.motcua.audit.domain;

import java.io.PrintStream;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.motcua.audit.AuditTrail.Verification;
import vn.motcua.kernel.cli.Command;

/** {@code ./motcua audit verify}. */
@Component
class AuditCommand implements Command {

	private final ChainCheck check;

	AuditCommand(ChainCheck check) {
		this.check = check;
	}

	@Override
	public String name() {
		return "audit";
	}

	@Override
	public String usage() {
		return "audit verify    check the chain of the record of access";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) {
		if (!arguments.equals(List.of("verify"))) {
			out.println("audit verify is the only word of this command.");
			return 2;
		}
		Verification verification = check.run();
		out.printf("%d sealed rows read, %d not sealed yet%n", verification.rows(), verification.unsealed());
		if (verification.intact()) {
			out.println("The record of access is as it was written.");
			return 0;
		}
		out.println("The record of access was tampered with: " + verification.finding());
		return 1;
	}

}
