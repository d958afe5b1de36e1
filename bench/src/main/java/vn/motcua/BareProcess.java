package vn.motcua;

import java.util.concurrent.atomic.AtomicLong;

import org.flowable.engine.ProcessEngine;

/** Starts a process of one user task and nothing else: what the engine alone can do on this machine. */
final class BareProcess {

	private static final String BPMN = """
			<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn" targetNamespace="bench">
			  <process id="bare" isExecutable="true">
			    <startEvent id="start"/>
			    <sequenceFlow id="a" sourceRef="start" targetRef="receive"/>
			    <userTask id="receive" flowable:candidateGroups="receive"/>
			    <sequenceFlow id="b" sourceRef="receive" targetRef="end"/>
			    <endEvent id="end"/>
			  </process>
			</definitions>
			""";

	private final ProcessEngine engine;

	private final AtomicLong number = new AtomicLong();

	private boolean deployed;

	BareProcess(ProcessEngine engine) {
		this.engine = engine;
	}

	void start() {
		deploy();
		engine.getRuntimeService().createProcessInstanceBuilder().processDefinitionKey("bare").businessKey("bare-" + number.incrementAndGet())
			.variable("caseId", "bare").start();
	}

	private synchronized void deploy() {
		if (!deployed) {
			engine.getRepositoryService().createDeployment().name("bare").addString("bare.bpmn20.xml", BPMN).deploy();
			deployed = true;
		}
	}

}
