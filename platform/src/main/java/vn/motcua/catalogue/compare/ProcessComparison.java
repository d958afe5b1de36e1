package vn.motcua.catalogue.compare;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.bundle.ProcessGraph;
import vn.motcua.catalogue.bundle.ProcessGraph.Node;
import vn.motcua.kernel.LocalizedText;

/** The agency's internal steps: who does what in how many hours. */
final class ProcessComparison {

	private final Changes changes;

	ProcessComparison(Changes changes) {
		this.changes = changes;
	}

	/** @param of the case whose own process it is, {@code null} for the service's */
	void between(@Nullable LocalizedText of, @Nullable String before, @Nullable String after) {
		if (Objects.equals(before, after)) {
			return;
		}
		LocalizedText process = of == null ? Words.t("process") : Words.t("process.of", "name", of);
		if (before == null || after == null) {
			changes.value(process, Words.t(before == null ? "process.default" : "process.own"), Words.t(after == null ? "process.default" : "process.own"));
			return;
		}
		ProcessGraph old = ProcessGraph.read("process.bpmn", before);
		ProcessGraph young = ProcessGraph.read("process.bpmn", after);
		changes.each(old.steps(), young.steps(), Node::id, Node::name, one -> Words.t("process.step", "process", process), (was, is) -> {
			changes.value(Words.t("process.step", "process", process), was.name(), is.name());
			changes.value(Words.t("process.hours", "name", is.name()), hours(was), hours(is));
			changes.value(Words.t("process.group", "name", is.name()), group(was), group(is));
		});
		changes.opaque(Words.t("process.flow", "process", process), flows(old), flows(young));
	}

	/** How the steps follow each other, without the lines they stand on. */
	private static List<String> flows(ProcessGraph graph) {
		return graph.flows().stream().map(flow -> flow.from() + " " + flow.to() + " " + flow.condition()).sorted().toList();
	}

	private static LocalizedText hours(Node step) {
		return Words.t("hours", "hours", step.hours());
	}

	private static LocalizedText group(Node step) {
		return Words.join(List.of(step.groups().split(",")).stream().map(group -> Words.words("catalogue.group." + group.strip())).toList());
	}

}
