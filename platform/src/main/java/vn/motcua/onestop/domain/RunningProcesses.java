package vn.motcua.onestop.domain;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.runtime.ProcessInstanceBuilder;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.DossierView;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.OnestopProblem;
import vn.motcua.onestop.ProcessStep;
import vn.motcua.onestop.StepKind;
import vn.motcua.onestop.WorkItem;
import vn.motcua.onestop.domain.OpenedTasks.Opened;
import vn.motcua.onestop.domain.ProcessDefinitions.Definition;

/** Moves the process of a dossier and keeps the officers' queues in step with it, in the caller's transaction. */
@Component
class RunningProcesses {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final ProcessDefinitions definitions;

	private final WorkItemStore items;

	private final StepDeadlines deadlines;

	private final Stewards stewards;

	private final Clock clock;

	RunningProcesses(RuntimeService runtime, TaskService tasks, ProcessDefinitions definitions, WorkItemStore items, StepDeadlines deadlines,
			Stewards stewards, Clock clock) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.definitions = definitions;
		this.items = items;
		this.deadlines = deadlines;
		this.stewards = stewards;
		this.clock = clock;
	}

	Definition definition(DossierView dossier) {
		return definitions.of(dossier.serviceVersion(), dossier.caseId());
	}

	void start(DossierView dossier) {
		Definition definition = definition(dossier);
		ProcessInstanceBuilder builder = runtime.createProcessInstanceBuilder().processDefinitionId(definition.id()).businessKey(dossier.summary().code().value());
		if (definition.variables().contains("caseId")) {
			builder.variable("caseId", dossier.caseId());
		}
		if (definition.variables().contains("feesVnd")) {
			builder.variable("feesVnd", dossier.feesVnd());
		}
		open(dossier, definition, OpenedTasks.during(builder::start));
	}

	/** Ends a step with what was decided there and opens what the process leads to. */
	void complete(DossierView dossier, WorkItem item, Actor officer, String decision) {
		Definition definition = definition(dossier);
		Map<String, Object> variables = new HashMap<>();
		if (definition.variables().contains("decision")) {
			variables.put("decision", decision);
		}
		close(item, officer);
		open(dossier, definition, OpenedTasks.during(() -> tasks.complete(item.id(), variables)));
		if (!dossier.summary().status().ended() && items.open(item.code()).isEmpty()) {
			throw new ProblemException(OnestopProblem.DEAD_END, "step", item.stepName().vi());
		}
	}

	/** Moves a dossier from one step to another that the process itself does not lead to. */
	void move(DossierView dossier, WorkItem from, ProcessStep to, Actor officer) {
		close(from, officer);
		open(dossier, definition(dossier), OpenedTasks.during(() -> runtime.createChangeActivityStateBuilder().processInstanceId(from.instanceId())
			.moveActivityIdTo(from.stepId(), to.id()).changeState()));
	}

	/** Nothing more is to be done. */
	void end(DossierCode code, String reason) {
		List<WorkItem> open = items.open(code);
		items.closeAll(code, clock.instant());
		open.stream().map(WorkItem::instanceId).distinct().forEach(instance -> runtime.deleteProcessInstance(instance, reason));
	}

	/** Starts over at the first step of a kind, after a correction of the ledger. */
	void restart(DossierView dossier, StepKind kind) {
		end(dossier.summary().code(), "corrected");
		start(dossier);
		WorkItem first = items.open(dossier.summary().code()).getFirst();
		if (first.kind() != kind) {
			definition(dossier).steps().values().stream().filter(step -> step.kind() == kind).findFirst()
				.ifPresent(step -> move(dossier, first, step, Actor.platform()));
		}
	}

	/** Whoever comes second finds the step closed, and nothing of what they did holds. */
	private void close(WorkItem item, Actor officer) {
		if (!items.close(item, officer, clock.instant())) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
	}

	private void open(DossierView dossier, Definition definition, List<Opened> opened) {
		for (Opened task : opened) {
			items.insert(item(dossier, definition.step(task.stepId()), task));
		}
	}

	private WorkItem item(DossierView dossier, ProcessStep step, Opened task) {
		DossierSummary summary = dossier.summary();
		WorkItemStore.Owner owner = summary.acceptedAt() == null ? null : items.lastOwner(summary.code(), step.kind()).orElse(null);
		return new WorkItem(task.taskId(), task.instanceId(), summary.code(), stewards.of(summary.agency()), step.id(), step.kind(), step.kind().role(),
				step.kind().queue(), owner == null ? null : owner.account(), owner == null ? null : owner.name(), step.name(), summary.service().value(), summary.serviceName(),
				summary.applicantName(), summary.channel().number(), clock.instant(), deadlines.ofStep(step, summary.dueAt()), null);
	}

}
