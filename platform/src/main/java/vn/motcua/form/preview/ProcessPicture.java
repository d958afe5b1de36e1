package vn.motcua.form.preview;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import vn.motcua.catalogue.bundle.ProcessGraph;
import vn.motcua.catalogue.bundle.ProcessGraph.Flow;
import vn.motcua.catalogue.bundle.ProcessGraph.Kind;
import vn.motcua.catalogue.bundle.ProcessGraph.Node;

/**
 * A process laid out from left to right: a node stands one column behind the farthest node that leads to it, those of one
 * column below each other; flows that lead back run underneath.
 */
public final class ProcessPicture {

	static final int COLUMN = 200;

	static final int ROW = 110;

	private static final int MARGIN = 20;

	private static final int MOST_LINES = 4;

	private final ProcessGraph graph;

	private final Map<String, Integer> columns = new HashMap<>();

	private final Map<String, Integer> rows = new HashMap<>();

	public ProcessPicture(ProcessGraph graph) {
		this.graph = graph;
		place();
		graph.nodes().forEach(node -> columns.putIfAbsent(node.id(), 0));
		Map<Integer, Integer> filled = new HashMap<>();
		graph.nodes().stream().sorted(Comparator.comparing((Node node) -> columns.get(node.id()))).forEach(node -> rows.put(node.id(), filled.merge(columns.get(node.id()), 1, Integer::sum) - 1));
	}

	/** A node with the middle of its place. */
	public record Placed(Node node, int x, int y) {

		public int width() {
			return node.kind() == Kind.USER_TASK ? 164 : 44;
		}

		/** Empty where the process gives none. */
		public String name(Locale locale) {
			return node.name().vi().equals(node.id()) ? "" : node.name().in(locale);
		}

		/** The name in at most four lines of about twenty letters. */
		public List<String> lines(Locale locale) {
			List<String> lines = new ArrayList<>();
			StringBuilder line = new StringBuilder();
			for (String word : node.name().in(locale).split(" ")) {
				if (line.length() + word.length() >= 21 && !line.isEmpty()) {
					lines.add(line.toString());
					line.setLength(0);
				}
				line.append(line.isEmpty() ? "" : " ").append(word);
			}
			lines.add(line.toString());
			if (lines.size() > MOST_LINES) {
				lines.set(MOST_LINES - 1, lines.get(MOST_LINES - 1) + "…");
			}
			return lines.subList(0, Math.min(lines.size(), MOST_LINES));
		}

	}

	/** @param path of the line, as SVG reads it */
	public record Line(Flow flow, String path, int x, int y) {
	}

	public List<Placed> nodes() {
		return graph.nodes().stream().map(this::placed).toList();
	}

	public List<Line> lines() {
		List<Line> lines = new ArrayList<>();
		int back = 0;
		for (Flow flow : graph.flows()) {
			Placed from = placed(flow.from());
			Placed to = placed(flow.to());
			if (from != null && to != null) {
				lines.add(to.x() > from.x() ? forth(flow, from, to) : back(flow, from, to, back++));
			}
		}
		return lines;
	}

	public int width() {
		return (columns.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1) * COLUMN + 2 * MARGIN;
	}

	public int height() {
		long back = lines().stream().filter(line -> line.path().contains("Q")).count();
		return bottom() + 30 + (int) back * 22;
	}

	private int bottom() {
		return (rows.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1) * ROW + MARGIN;
	}

	/** Each flow is looked at twice, however many ways lead through the process. */
	private void place() {
		Map<String, List<Flow>> from = graph.flows().stream().collect(Collectors.groupingBy(Flow::from));
		Set<Flow> back = new HashSet<>();
		Deque<String> order = new ArrayDeque<>();
		Set<String> seen = new HashSet<>();
		for (Node node : graph.nodes()) {
			if (node.kind() == Kind.START_EVENT) {
				columns.put(node.id(), 0);
				walk(node.id(), from, seen, new HashSet<>(), back, order);
			}
		}
		for (String id : order) {
			from.getOrDefault(id, List.of()).stream().filter(flow -> !back.contains(flow)).forEach(flow -> columns.merge(flow.to(), columns.get(id) + 1, Math::max));
		}
	}

	/** Finds the flows that lead back on the way here, and an order in which every other flow leads on. */
	private static void walk(String id, Map<String, List<Flow>> from, Set<String> seen, Set<String> way, Set<Flow> back, Deque<String> order) {
		seen.add(id);
		way.add(id);
		for (Flow flow : from.getOrDefault(id, List.of())) {
			if (way.contains(flow.to())) {
				back.add(flow);
			}
			else if (!seen.contains(flow.to())) {
				walk(flow.to(), from, seen, way, back, order);
			}
		}
		way.remove(id);
		order.addFirst(id);
	}

	private Placed placed(Node node) {
		return new Placed(node, MARGIN + columns.get(node.id()) * COLUMN + COLUMN / 2, MARGIN + rows.get(node.id()) * ROW + ROW / 2);
	}

	private @org.jspecify.annotations.Nullable Placed placed(String id) {
		return graph.nodes().stream().filter(node -> node.id().equals(id)).findFirst().map(this::placed).orElse(null);
	}

	private static Line forth(Flow flow, Placed from, Placed to) {
		int start = from.x() + from.width() / 2;
		int end = to.x() - to.width() / 2 - 2;
		int middle = end - 14;
		return new Line(flow, "M%d %d H%d V%d H%d".formatted(start, from.y(), middle, to.y(), end), (start + middle) / 2, to.y() - 6);
	}

	private Line back(Flow flow, Placed from, Placed to, int number) {
		int below = bottom() + 10 + number * 22;
		int end = to.y() + 37;
		return new Line(flow, "M%d %d V%d Q%d %d %d %d H%d V%d".formatted(from.x(), from.y() + from.width() / 2, below - 8, from.x(), below, from.x() - 8, below, to.x(), end), (from.x() + to.x()) / 2, below - 5);
	}

}
