package vn.motcua.reporting.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.cli.CheckCommand;

/** {@code ./motcua reporting verify|rebuild}. */
@Component
class ReportingCommand extends CheckCommand {

	ReportingCommand(ValueCheck check) {
		super("reporting", "reporting verify|rebuild   recompute sheets and totals from the reported entries and counts from the reports, and compare or replace them",
				Map.of("verify", () -> found(check.verify(), "agree with"), "rebuild", () -> found(check.rebuild(), "were made anew from")));
	}

	private static Found found(ValueCheck.Report report, String what) {
		List<String> told = new ArrayList<>(report.told());
		boolean sound = report.differing() == 0;
		told.add(sound ? report.sheets() + " sheets and the totals above them " + what + " their " + report.entries() + " entries and " + report.reports() + " reports."
				: report.differing() + " differences between " + report.sheets() + " sheets with their totals and what their " + report.entries() + " entries and " + report.reports() + " reports say.");
		return new Found(sound, told);
	}

}
