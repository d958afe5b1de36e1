package vn.motcua.onestop.domain;

import java.util.concurrent.atomic.AtomicLong;

import org.flowable.engine.ProcessEngine;
import org.springframework.stereotype.Component;

import vn.motcua.onestop.ProcessStarts;

/** Starts the default process and nothing else: what the engine alone can do on this machine, for the benchmark. */
@Component
class BareProcessStart implements ProcessStarts {

	private static final String KEY = "bare";

	private final ProcessEngine engine;

	private final AtomicLong number = new AtomicLong(System.nanoTime());

	private volatile boolean deployed;

	BareProcessStart(ProcessEngine engine) {
		this.engine = engine;
	}

	@Override
	public void start() {
		if (!deployed) {
			deploy();
		}
		engine.getRuntimeService().createProcessInstanceBuilder().processDefinitionKey(KEY).businessKey("bare-" + number.incrementAndGet())
			.variable("caseId", "bare").start();
	}

	@Override
	public void clear() {
		engine.getRepositoryService().createDeploymentQuery().deploymentName(KEY).list()
			.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
		deployed = false;
	}

	private void deploy() {
		if (engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(KEY).count() == 0) {
			engine.getRepositoryService().createDeployment().name(KEY)
				.addBpmnModel(KEY + ".bpmn", ProcessModel.parse(ProcessDefinitions.standard(), KEY).runnable()).deploy();
		}
		deployed = true;
	}

}
