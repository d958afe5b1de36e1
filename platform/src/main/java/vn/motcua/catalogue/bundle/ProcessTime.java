package vn.motcua.catalogue.bundle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.DefaultProcess;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.ServiceCase;
import vn.motcua.catalogue.bundle.ProcessGraph.Flow;
import vn.motcua.catalogue.bundle.ProcessGraph.Kind;
import vn.motcua.catalogue.bundle.ProcessGraph.Node;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.calendar.TimeLimit;

/**
 * Whether a case promises no less time than its steps take one after the other. The time limit runs from acceptance to the
 * signed result (Decree 61/2018/NĐ-CP art. 16 to 19), so receiving and handing over do not count; of branches side by side
 * the longest counts, a dossier sent back to an earlier step counts once, and a pause (papers or a fee awaited) stops the
 * clock and is no step.
 */
final class ProcessTime {

	private final Bundle bundle;

	private final Source source;

	private final ServiceVersion service;

	ProcessTime(Bundle bundle) {
		this.bundle = bundle;
		this.source = BundleReader.service(bundle);
		this.service = BundleReader.read(bundle);
	}

	List<Finding> check() {
		List<Finding> findings = new ArrayList<>();
		for (int index = 0; index < service.cases().size(); index++) {
			JsonNode written = source.tree().path("cases").path(index);
			String file = written.path("process").asString(Bundle.PROCESS);
			boolean own = bundle.has(file);
			ProcessGraph graph = ProcessGraph.read(file, own ? String.valueOf(bundle.text(file)) : DefaultProcess.xml());
			ServiceCase one = service.cases().get(index);
			Way longest = new Ways(graph, one.id()).longest();
			int line = own ? longest.line() : source.line("/cases/" + index + "/time_limit");
			shortest(one).filter(limit -> longest.hours().compareTo(BigDecimal.valueOf(limit.getValue().workingHours())) > 0)
				.ifPresent(limit -> findings.add(new Finding(own ? file : Bundle.SERVICE, line, "process-too-long", words(one, limit, longest))));
		}
		return findings;
	}

	private static java.util.Optional<Map.Entry<Channel, TimeLimit>> shortest(ServiceCase one) {
		return one.timeLimit().entrySet().stream().min(Map.Entry.<Channel, TimeLimit>comparingByValue(java.util.Comparator.comparingInt(TimeLimit::workingHours)).thenComparing(Map.Entry.comparingByKey()));
	}

	private static String words(ServiceCase one, Map.Entry<Channel, TimeLimit> limit, Way longest) {
		String promised = limit.getValue().amount() + " " + limit.getValue().unit().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return "The steps " + String.join(", ", longest.steps()) + " take " + longest.hours().toPlainString() + " working hours one after the other; the case \"" + one.id() + "\" promises "
				+ promised + " (" + limit.getKey().name().toLowerCase(Locale.ROOT) + "), which is " + limit.getValue().workingHours()
				+ " working hours at least. Give the steps fewer hours, or the case more time.";
	}

	/** Steps one after the other. @param line where the longest of them stands */
	private record Way(BigDecimal hours, List<String> steps, BigDecimal most, int line) {

		private static final Way END = new Way(BigDecimal.ZERO, List.of(), BigDecimal.ZERO, 1);

		private Way after(Node step, BigDecimal taken) {
			List<String> all = new ArrayList<>(List.of(step.id()));
			all.addAll(steps);
			boolean longer = taken.compareTo(most) >= 0;
			return new Way(hours.add(taken).stripTrailingZeros(), List.copyOf(all), longer ? taken : most, longer ? step.line() : line);
		}

	}

	/** The ways of one case through a process. */
	private static final class Ways {

		private final Map<String, Node> nodes = new HashMap<>();

		private final Map<String, List<Flow>> from = new HashMap<>();

		private final Map<String, Way> known = new HashMap<>();

		private final Set<String> passing = new HashSet<>();

		private final String caseId;

		private final ProcessGraph graph;

		private Ways(ProcessGraph graph, String caseId) {
			this.graph = graph;
			this.caseId = caseId;
			graph.nodes().forEach(node -> nodes.put(node.id(), node));
			graph.flows().forEach(flow -> from.computeIfAbsent(flow.from(), id -> new ArrayList<>()).add(flow));
		}

		private Way longest() {
			return graph.nodes().stream().filter(node -> node.kind() == Kind.START_EVENT).map(this::longest).reduce(Way.END, Ways::longer);
		}

		private Way longest(Node node) {
			Way before = known.get(node.id());
			if (before != null) {
				return before;
			}
			passing.add(node.id());
			Way onward = taken(node).stream().filter(flow -> !passing.contains(flow.to()) && nodes.containsKey(flow.to())).map(flow -> longest(nodes.get(flow.to()))).reduce(Way.END, Ways::longer);
			passing.remove(node.id());
			BigDecimal hours = counts(node) ? new BigDecimal(node.hours()) : BigDecimal.ZERO;
			Way way = hours.signum() > 0 ? onward.after(node, hours) : onward;
			known.put(node.id(), way);
			return way;
		}

		private List<Flow> taken(Node node) {
			List<Flow> ways = from.getOrDefault(node.id(), List.of());
			if (node.kind() != Kind.EXCLUSIVE_GATEWAY) {
				return ways;
			}
			List<Flow> possible = ways.stream().filter(way -> !way.id().equals(node.defaultFlow()) && FlowCondition.of(way.condition(), caseId) != FlowCondition.NEVER).toList();
			boolean sure = possible.stream().anyMatch(way -> FlowCondition.of(way.condition(), caseId) == FlowCondition.ALWAYS);
			return sure ? possible : ways.stream().filter(way -> possible.contains(way) || way.id().equals(node.defaultFlow())).toList();
		}

		private static boolean counts(Node node) {
			return node.kind() == Kind.USER_TASK && !node.hours().isBlank() && !node.id().startsWith("receive") && !node.id().startsWith("return");
		}

		private static Way longer(Way one, Way other) {
			return other.hours().compareTo(one.hours()) > 0 ? other : one;
		}

	}

}
