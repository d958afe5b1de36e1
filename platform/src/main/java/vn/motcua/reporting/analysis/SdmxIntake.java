package vn.motcua.reporting.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
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

	private static final int MOST_BYTES_OF_CSV = 8 << 20;

	private static final int MOST_BYTES_OF_JSON = 4 << 20;

	/** A tree of so many takes some fifty megabytes; the most observations with their series and codes are fewer. */
	private static final long MOST_TOKENS = 1_000_000;

	static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build()).build()).build();

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
	Taken take(String regime, InputStream body, boolean csv, boolean dryRun, Actor actor) throws IOException {
		String code = ReportAddress.regime(regimes, regime).code().value();
		SentValues.Taken taken = values.take(body, csv ? MOST_BYTES_OF_CSV : MOST_BYTES_OF_JSON,
				(arrived, wrong) -> sent(code, csv ? SdmxReader.csv(arrived.readAllBytes()) : SdmxReader.json(arrived.readAllBytes(), JSON), wrong), dryRun, actor);
		if (!taken.wrong().isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, taken.wrong().stream().sorted(Comparator.comparingInt(SentValues.Wrong::line)).limit(MOST_PROBLEMS)
				.map(wrong -> new FieldProblem(pointer(wrong.line(), wrong.problem().pointer()), wrong.problem().code(), wrong.problem().values())).toList());
		}
		return new Taken(taken.values(), taken.reports(), taken.changed());
	}

	private static List<SentValues.Sent> sent(String regime, List<SdmxLine> lines, Consumer<SentValues.Wrong> wrong) {
		if (lines.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/lines", "reporting.sdmx.none")));
		}
		List<SentValues.Sent> sent = new ArrayList<>();
		for (SdmxLine line : lines) {
			if (line.value().matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
				sent.add(new SentValues.Sent(line.number(), regime, line.period(), line.area(), line.indicator(), line.breakdown(), line.value()));
			}
			else {
				wrong.accept(new SentValues.Wrong(line.number(), FieldProblem.of("/value", "reporting.sdmx.value", "value", SdmxReader.cut(line.value()))));
			}
		}
		return sent;
	}

	private static String pointer(int line, String field) {
		return "/lines/" + line + COMPONENTS.getOrDefault(field, field);
	}

}
