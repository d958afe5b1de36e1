package vn.motcua.catalogue.bundle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import vn.motcua.catalogue.bundle.ProcessGraph.Flow;
import vn.motcua.catalogue.bundle.ProcessGraph.Kind;
import vn.motcua.catalogue.bundle.ProcessGraph.Node;

/** Whether every step of a process is reached and comes to an end. */
final class ProcessWays {

	private final String file;

	private final ProcessGraph graph;

	ProcessWays(String file, ProcessGraph graph) {
		this.file = file;
		this.graph = graph;
	}

	List<Finding> check() {
		List<Finding> findings = new ArrayList<>();
		Set<String> reached = reached(Kind.START_EVENT, flow -> flow.from(), flow -> flow.to());
		Set<String> ending = reached(Kind.END_EVENT, flow -> flow.to(), flow -> flow.from());
		for (Node node : graph.nodes()) {
			if (!reached.contains(node.id())) {
				findings.add(new Finding(file, node.line(), "process-unreachable", "Nothing leads to \"" + node.id() + "\"."));
			}
			else if (!ending.contains(node.id())) {
				findings.add(new Finding(file, node.line(), "process-no-end", "From \"" + node.id() + "\" no way leads to the end."));
			}
			if (node.kind() == Kind.EXCLUSIVE_GATEWAY) {
				ways(node, findings);
			}
		}
		return findings;
	}

	/** A gateway whose flows all have conditions stops the dossier where none holds. */
	private void ways(Node gateway, List<Finding> findings) {
		List<Flow> ways = graph.from(gateway.id());
		if (ways.size() > 1 && gateway.defaultFlow() == null && ways.stream().allMatch(way -> way.condition() != null)) {
			findings.add(new Finding(file, gateway.line(), "process-no-way", "\"" + gateway.id() + "\" needs a default, the flow taken when no condition holds."));
		}
		ways.stream().filter(way -> ways.size() > 1 && way.condition() == null && !way.id().equals(gateway.defaultFlow()))
			.forEach(way -> findings.add(new Finding(file, way.line(), "process-flow-condition", "The flow \"" + way.id() + "\" needs a condition or is the default of \"" + gateway.id() + "\".")));
	}

	private Set<String> reached(Kind from, Function<Flow, String> one, Function<Flow, String> other) {
		Set<String> reached = new HashSet<>();
		Deque<String> next = new ArrayDeque<>(graph.nodes().stream().filter(node -> node.kind() == from).map(Node::id).toList());
		while (!next.isEmpty()) {
			String id = next.pop();
			if (reached.add(id)) {
				graph.flows().stream().filter(flow -> one.apply(flow).equals(id)).map(other).forEach(next::push);
			}
		}
		return reached;
	}

}
