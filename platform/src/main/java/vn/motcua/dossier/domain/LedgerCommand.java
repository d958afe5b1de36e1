package vn.motcua.dossier.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.cli.CheckCommand;

/** {@code ./motcua ledger verify|rebuild}. */
@Component
class LedgerCommand extends CheckCommand {

	LedgerCommand(LedgerCheck check) {
		super("ledger", "ledger verify|rebuild   recompute derived rows from the ledger's events and compare, or replace them",
				Map.of("verify", () -> found(check.verify(), "agree with"), "rebuild", () -> found(check.rebuild(), "were made anew from")));
	}

	private static Found found(LedgerCheck.Report report, String what) {
		List<String> told = new ArrayList<>(report.told());
		boolean sound = report.differences() == 0;
		told.add(sound ? report.dossiers() + " dossiers " + what + " their " + report.events() + " events."
				: report.differences() + " of " + report.dossiers() + " dossiers differ from what their " + report.events() + " events say.");
		return new Found(sound, told);
	}

}
