package vn.motcua.onestop.domain;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.exceptions.XMLException;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.OnestopProblem;
import vn.motcua.onestop.ProcessStep;
import vn.motcua.onestop.StepKind;

/**
 * A service's process as the platform runs it: built anew from the parts of the file the platform knows, so that nothing
 * else a file may hold (scripts, listeners, expressions on beans) ever reaches the engine.
 */
record ProcessModel(BpmnModel runnable, Map<String, ProcessStep> steps, Set<String> variables) {

	private static final String NAMESPACE = "https://motcua.vn/bpmn";

	private static final Set<String> VARIABLES = Set.of("decision", "caseId", "feesVnd");

	private static final Pattern WORD = Pattern.compile("'[^'\\\\]*'|\"[^\"\\\\]*\"|[A-Za-z_][A-Za-z_0-9]*|\\d+|==|!=|<=|>=|<|>|&&|\\|\\||!|\\(|\\)|\\s+");

	private static final Set<String> OPERATORS = Set.of("and", "or", "not", "eq", "ne", "gt", "lt", "ge", "le", "true", "false", "empty");

	/** Reads BPMN 2.0. @throws ProblemException {@link OnestopProblem#PROCESS_REFUSED} naming what cannot be run */
	static ProcessModel parse(String xml, String key) {
		Process source = read(xml);
		Process process = new Process();
		process.setId(key);
		process.setName(key);
		process.setExecutable(true);
		source.getFlowElements().forEach(element -> process.addFlowElement(copy(element)));
		BpmnModel model = new BpmnModel();
		model.setTargetNamespace(NAMESPACE);
		model.addProcess(process);
		connect(process);
		return new ProcessModel(model, steps(source, process), variables(process));
	}

	private static Process read(String xml) {
		try {
			XMLInputFactory factory = XMLInputFactory.newInstance();
			factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
			factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
			BpmnModel model = new BpmnXMLConverter().convertToBpmnModel(factory.createXMLStreamReader(new StringReader(xml)));
			if (model.getProcesses().size() != 1) {
				throw refused("processes: " + model.getProcesses().size());
			}
			return model.getMainProcess();
		}
		catch (XMLStreamException | XMLException unreadable) {
			throw refused(String.valueOf(unreadable.getMessage()));
		}
	}

	private static FlowElement copy(FlowElement element) {
		FlowElement copy = switch (element) {
			case UserTask task when !task.hasMultiInstanceLoopCharacteristics() -> new UserTask();
			case StartEvent start when start.getEventDefinitions().isEmpty() -> new StartEvent();
			case EndEvent end when end.getEventDefinitions().isEmpty() -> new EndEvent();
			case ExclusiveGateway gateway -> withDefault(new ExclusiveGateway(), gateway);
			case ParallelGateway gateway -> new ParallelGateway();
			case SequenceFlow flow -> copyOf(flow);
			default -> throw refused(element.getClass().getSimpleName() + " " + element.getId());
		};
		copy.setId(element.getId());
		copy.setName(element.getId());
		return copy;
	}

	private static Gateway withDefault(ExclusiveGateway copy, ExclusiveGateway gateway) {
		copy.setDefaultFlow(gateway.getDefaultFlow());
		return copy;
	}

	private static SequenceFlow copyOf(SequenceFlow flow) {
		SequenceFlow copy = new SequenceFlow(flow.getSourceRef(), flow.getTargetRef());
		String condition = flow.getConditionExpression();
		if (condition != null && !condition.isBlank()) {
			copy.setConditionExpression("${" + checked(condition.strip()) + "}");
		}
		return copy;
	}

	/** Only comparisons of the three variables with plain values. */
	private static String checked(String condition) {
		String inner = condition.replaceFirst("^[$#]\\{(.*)}$", "$1");
		Matcher words = WORD.matcher(inner);
		int at = 0;
		while (words.find() && words.start() == at) {
			String word = words.group();
			if (Character.isJavaIdentifierStart(word.charAt(0)) && !VARIABLES.contains(word) && !OPERATORS.contains(word)) {
				throw refused(condition);
			}
			at = words.end();
		}
		if (at < inner.length()) {
			throw refused(condition);
		}
		return inner;
	}

	private static void connect(Process process) {
		for (SequenceFlow flow : process.findFlowElementsOfType(SequenceFlow.class)) {
			if (process.getFlowElement(flow.getSourceRef()) instanceof FlowNode source
					&& process.getFlowElement(flow.getTargetRef()) instanceof FlowNode target) {
				flow.setSourceFlowElement(source);
				flow.setTargetFlowElement(target);
				source.getOutgoingFlows().add(flow);
				target.getIncomingFlows().add(flow);
			}
			else {
				throw refused("flow " + flow.getId());
			}
		}
	}

	private static Map<String, ProcessStep> steps(Process source, Process process) {
		List<UserTask> tasks = source.findFlowElementsOfType(UserTask.class);
		boolean proposing = tasks.stream().anyMatch(task -> kind(task) == StepKind.PROPOSE);
		Map<String, ProcessStep> steps = new LinkedHashMap<>();
		for (UserTask task : tasks) {
			StepKind kind = kind(task);
			UserTask running = (UserTask) process.getFlowElement(task.getId());
			boolean proposes = kind == StepKind.PROPOSE || !proposing && kind == StepKind.PROCESS && leads(running, StepKind.SIGN);
			steps.put(task.getId(), new ProcessStep(task.getId(), kind, name(task), time(task), proposes, sendsBack(running)));
		}
		if (steps.values().stream().noneMatch(step -> step.kind() == StepKind.RECEIVE) || steps.values().stream().noneMatch(step -> step.kind() == StepKind.RETURN)) {
			throw refused("receive … return");
		}
		return steps;
	}

	private static StepKind kind(UserTask task) {
		try {
			return StepKind.of(task.getId());
		}
		catch (IllegalArgumentException unknown) {
			throw refused("userTask " + task.getId());
		}
	}

	private static LocalizedText name(UserTask task) {
		String name = task.getName() == null || task.getName().isBlank() ? task.getId() : task.getName();
		return new LocalizedText(name, task.getAttributeValue(NAMESPACE, "nameEn"));
	}

	private static Duration time(UserTask task) {
		String hours = task.getAttributeValue(NAMESPACE, "hours");
		if (hours == null) {
			return Duration.ZERO;
		}
		if (!hours.matches("\\d{1,4}(\\.\\d)?")) {
			throw refused("motcua:hours " + hours);
		}
		return Duration.ofMinutes(new BigDecimal(hours).multiply(BigDecimal.valueOf(60)).longValueExact());
	}

	private static boolean leads(UserTask from, StepKind kind) {
		return onward(from).map(SequenceFlow::getTargetFlowElement).anyMatch(target -> target instanceof UserTask task && StepKind.of(task.getId()) == kind);
	}

	private static boolean sendsBack(UserTask from) {
		return onward(from).anyMatch(flow -> flow.getConditionExpression() != null && flow.getConditionExpression().matches(".*['\"]return['\"].*"));
	}

	/** Flows out of a task, through gateways, up to the next tasks. */
	private static Stream<SequenceFlow> onward(FlowNode from) {
		Set<SequenceFlow> flows = new LinkedHashSet<>();
		Deque<FlowNode> nodes = new ArrayDeque<>(List.of(from));
		while (!nodes.isEmpty()) {
			for (SequenceFlow flow : nodes.pop().getOutgoingFlows()) {
				if (flows.add(flow) && flow.getTargetFlowElement() instanceof Gateway gateway) {
					nodes.push(gateway);
				}
			}
		}
		return flows.stream();
	}

	private static Set<String> variables(Process process) {
		return process.findFlowElementsOfType(SequenceFlow.class).stream().map(SequenceFlow::getConditionExpression).filter(condition -> condition != null)
			.flatMap(condition -> VARIABLES.stream().filter(condition::contains)).collect(Collectors.toUnmodifiableSet());
	}

	private static ProblemException refused(String what) {
		return new ProblemException(OnestopProblem.PROCESS_REFUSED, "what", what.length() > 200 ? what.substring(0, 200) : what);
	}

}
