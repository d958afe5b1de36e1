package vn.motcua.reporting.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.SentValues;

/** Writes SDMX observations into the reports they are of, as all values that come in many at once: all of them or none. */
@Component
class SdmxIntake {

	private static final int MOST_PROBLEMS = 100;

	/** Our fields as SDMX calls them. */
	private static final Map<String, String> COMPONENTS = Map.of("/period", "/TIME_PERIOD", "/agency", "/REF_AREA", "/indicator", "/INDICATOR", "/breakdown", "/BREAKDOWN", "/value", "/OBS_VALUE");

	/**
	 * @param observations read
	 * @param reports they are of
	 * @param changed values that stood otherwise or not at all; in a dry run those that would change
	 */
	record Taken(int observations, int reports, int changed) {
	}

	private final Regimes regimes;

	private final SentValues values;

	SdmxIntake(Regimes regimes, SentValues values) {
		this.regimes = regimes;
		this.values = values;
	}

	/** @throws ProblemException with a field problem for each line that cannot be taken; nothing is written then */
	Taken take(String regime, List<SdmxLine> lines, boolean dryRun, Actor actor) {
		String code = ReportAddress.regime(regimes, regime).code().value();
		if (lines.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/lines", "reporting.sdmx.none")));
		}
		List<FieldProblem> problems = new ArrayList<>();
		List<SentValues.Sent> sent = new ArrayList<>();
		for (SdmxLine line : lines) {
			if (line.value().matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
				sent.add(new SentValues.Sent(line.number(), code, line.period(), line.area(), line.indicator(), line.breakdown(), line.value()));
			}
			else {
				problems.add(FieldProblem.of(pointer(line.number(), "/value"), "reporting.sdmx.value", "value", SdmxReader.cut(line.value())));
			}
		}
		SentValues.Taken taken = values.take(sent, dryRun || !problems.isEmpty(), actor);
		taken.wrong().forEach(wrong -> problems.add(new FieldProblem(pointer(wrong.line(), wrong.problem().pointer()), wrong.problem().code(), wrong.problem().values())));
		if (!problems.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, problems.stream().limit(MOST_PROBLEMS).toList());
		}
		return new Taken(lines.size(), taken.reports(), taken.changed());
	}

	private static String pointer(int line, String field) {
		return "/lines/" + line + COMPONENTS.getOrDefault(field, field);
	}

}
