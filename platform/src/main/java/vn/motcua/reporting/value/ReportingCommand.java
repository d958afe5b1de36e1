package vn.motcua.reporting.value;

import java.io.PrintStream;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.cli.Command;

/** {@code ./motcua reporting verify|rebuild}. */
@Component
class ReportingCommand implements Command {

	private final ValueCheck check;

	ReportingCommand(ValueCheck check) {
		this.check = check;
	}

	@Override
	public String name() {
		return "reporting";
	}

	@Override
	public String usage() {
		return "reporting verify|rebuild   recompute sheets and totals from the reported entries and counts from the reports, and compare or replace them";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) {
		return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
			case "verify" -> told(check.verify(), "agree with", out);
			case "rebuild" -> told(check.rebuild(), "were made anew from", out);
			default -> {
				out.println(usage());
				yield 2;
			}
		};
	}

	private static int told(ValueCheck.Report report, String what, PrintStream out) {
		report.told().forEach(out::println);
		if (report.differing() > 0) {
			out.println(report.differing() + " differences between " + report.sheets() + " sheets with their totals and what their " + report.entries() + " entries and " + report.reports() + " reports say.");
			return 1;
		}
		out.println(report.sheets() + " sheets and the totals above them " + what + " their " + report.entries() + " entries and " + report.reports() + " reports.");
		return 0;
	}

}
