package vn.motcua.dossier.domain;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.cli.Command;

/** {@code ./motcua ledger verify|rebuild}. */
@Component
class LedgerCommand implements Command {

	private final LedgerCheck check;

	LedgerCommand(LedgerCheck check) {
		this.check = check;
	}

	@Override
	public String name() {
		return "ledger";
	}

	@Override
	public String usage() {
		return "ledger verify|rebuild   recompute derived rows from the ledger's events and compare, or replace them";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) {
		try {
			return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
				case "verify" -> told(check.verify(), "agree with", out);
				case "rebuild" -> told(check.rebuild(), "were made anew from", out);
				default -> {
					out.println(usage());
					yield 2;
				}
			};
		}
		catch (SQLException failed) {
			throw new IllegalStateException(failed);
		}
	}

	private static int told(LedgerCheck.Report report, String what, PrintStream out) {
		report.told().forEach(out::println);
		if (report.differences() > 0) {
			out.println(report.differences() + " of " + report.dossiers() + " dossiers differ from what their " + report.events() + " events say.");
			return 1;
		}
		out.println(report.dossiers() + " dossiers " + what + " their " + report.events() + " events.");
		return 0;
	}

}
