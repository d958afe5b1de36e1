package vn.motcua.onestop.domain;

import java.util.ArrayList;
import java.util.List;

import org.flowable.common.engine.api.delegate.event.AbstractFlowableEventListener;
import org.flowable.common.engine.api.delegate.event.FlowableEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.task.api.Task;

/** Hears which user tasks a command of the engine opened, so that nobody has to ask the database for them. */
final class OpenedTasks extends AbstractFlowableEventListener {

	private static final ScopedValue<List<Opened>> COLLECTOR = ScopedValue.newInstance();

	record Opened(String taskId, String stepId, String instanceId) {
	}

	/** Runs a command of the engine and answers the tasks it opened. */
	static List<Opened> during(Runnable command) {
		List<Opened> opened = new ArrayList<>(2);
		ScopedValue.where(COLLECTOR, opened).run(command);
		return opened;
	}

	@Override
	public void onEvent(FlowableEvent event) {
		if (COLLECTOR.isBound() && event instanceof FlowableEntityEvent created && created.getEntity() instanceof Task task) {
			COLLECTOR.get().add(new Opened(task.getId(), task.getTaskDefinitionKey(), task.getProcessInstanceId()));
		}
	}

	@Override
	public boolean isFailOnException() {
		return true;
	}

}
