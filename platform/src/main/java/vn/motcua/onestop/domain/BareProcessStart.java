package vn.motcua.onestop.domain;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.flowable.engine.ProcessEngine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import vn.motcua.onestop.ProcessStarts;

/** Starts the default process and nothing else: what the engine alone can do on this machine, for the benchmark. */
@Component
class BareProcessStart implements ProcessStarts {

	private static final String KEY = "bare";

	private final ProcessEngine engine;

	private final JdbcTemplate jdbc;

	private final AtomicLong number = new AtomicLong(System.nanoTime());

	private volatile boolean deployed;

	BareProcessStart(ProcessEngine engine, JdbcTemplate jdbc) {
		this.engine = engine;
		this.jdbc = jdbc;
	}

	@Override
	public void start() {
		if (!deployed) {
			deploy();
		}
		engine.getRuntimeService().createProcessInstanceBuilder().processDefinitionKey(KEY).businessKey("bare-" + number.incrementAndGet())
			.variable("caseId", "bare").start();
	}

	/** Straight in the tables: the engine would take the instances apart one by one. */
	@Override
	public void clear() {
		for (String table : List.of("act_ru_variable", "act_ru_task")) {
			jdbc.update("delete from flowable." + table + " where proc_inst_id_ in (select proc_inst_id_ from flowable.act_ru_execution where proc_def_id_ like 'bare:%')");
		}
		jdbc.update("delete from flowable.act_ru_execution where proc_def_id_ like 'bare:%' and parent_id_ is not null");
		jdbc.update("delete from flowable.act_ru_execution where proc_def_id_ like 'bare:%'");
	}

	private void deploy() {
		if (engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(KEY).count() == 0) {
			engine.getRepositoryService().createDeployment().name(KEY)
				.addBpmnModel(KEY + ".bpmn", ProcessModel.parse(ProcessDefinitions.standard(), KEY).runnable()).deploy();
		}
		deployed = true;
	}

}
