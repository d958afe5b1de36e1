package vn.motcua.reporting.value;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.reporting.SentValues;

/** Lines that another room has read go the way of all values that come in many at once. */
@Component
class TakenLines implements SentValues {

	private final BulkIntake intake;

	private final Targets targets;

	TakenLines(BulkIntake intake, Targets targets) {
		this.intake = intake;
		this.targets = targets;
	}

	@Override
	public Taken take(InputStream body, long mostBytes, Reading reading, boolean dryRun, Actor actor) throws IOException {
		BulkIntake.Taken taken = intake.takeLines(actor, dryRun, mostBytes, body, arrived -> batch(reading, arrived));
		return new Taken(taken.batch().size(), taken.batch().sheets().size(), taken.changed(), taken.batch().problems().stream().map(problem -> new Wrong(problem.line(), problem.problem())).toList());
	}

	private ValueBatch batch(Reading reading, InputStream arrived) throws IOException {
		ValueBatch batch = new ValueBatch();
		JsonValues lines = new JsonValues(targets.reading(batch, WrittenNumber.Style.POINT), batch);
		reading.read(arrived, wrong -> batch.problem(new ValueProblem(wrong.line(), wrong.problem())))
			.forEach(sent -> lines.take(Map.of("regime", sent.regime(), "period", sent.period(), "agency", sent.agency(), "indicator", sent.indicator(), "breakdown", sent.breakdown(), "value",
					sent.value()), sent.line(), true));
		return batch;
	}

}
