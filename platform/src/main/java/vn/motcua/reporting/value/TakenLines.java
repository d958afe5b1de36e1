package vn.motcua.reporting.value;

import java.util.List;
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
	public Taken take(List<Sent> values, boolean dryRun, Actor actor) {
		BulkIntake.Taken taken = intake.takeRead(actor, dryRun, () -> batch(values));
		return new Taken(taken.batch().size(), taken.batch().sheets().size(), taken.changed(), taken.batch().problems().stream().map(problem -> new Wrong(problem.line(), problem.problem())).toList());
	}

	private ValueBatch batch(List<Sent> values) {
		ValueBatch batch = new ValueBatch();
		JsonValues lines = new JsonValues(targets.reading(batch, WrittenNumber.Style.POINT), batch);
		values.forEach(sent -> lines.take(Map.of("regime", sent.regime(), "period", sent.period(), "agency", sent.agency(), "indicator", sent.indicator(), "breakdown", sent.breakdown(), "value",
				sent.value()), sent.line(), true));
		return batch;
	}

}
