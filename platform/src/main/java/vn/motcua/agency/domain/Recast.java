package vn.motcua.agency.domain;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import vn.motcua.agency.Agency.Level;

/**
 * Which units of one day answer for a unit of another: itself while it lives, its successors after, its predecessors
 * before. A district of 2020 has no successor of its own (the level ended on 01/07/2025, resolution 203/2025/QH15): for it
 * answer the successors of the communes it had.
 */
final class Recast {

	private final AgencyTree tree;

	private final LocalDate on;

	private final Set<Integer> answering = new TreeSet<>();

	private final Set<Integer> seen = new HashSet<>();

	private final Deque<Integer> open = new ArrayDeque<>();

	private Recast(AgencyTree tree, LocalDate on) {
		this.tree = tree;
		this.on = on;
	}

	static List<Period> of(AgencyTree tree, int unit, LocalDate on) {
		Recast recast = new Recast(tree, on);
		recast.open.add(unit);
		while (!recast.open.isEmpty()) {
			recast.follow(recast.open.poll());
		}
		return on(tree, recast.answering, on);
	}

	/** Also a unit that lived on took in others. */
	static List<Period> parts(AgencyTree tree, int unit, LocalDate asOf, LocalDate on) {
		Set<Integer> parts = new TreeSet<>();
		Deque<Integer> open = new ArrayDeque<>(List.of(unit));
		while (!open.isEmpty()) {
			int part = open.poll();
			if (parts.add(part)) {
				tree.cameFrom(part).stream().filter(link -> link.on().isAfter(on) && !link.on().isAfter(asOf)).forEach(link -> open.add(link.from()));
			}
		}
		return on(tree, parts, on);
	}

	private static List<Period> on(AgencyTree tree, Set<Integer> units, LocalDate on) {
		return units.stream().flatMap(number -> tree.find(number, on).stream())
			.sorted(Comparator.comparing((Period period) -> period.level()).thenComparing(period -> period.code() == null ? "" : period.code()))
			.toList();
	}

	private void follow(int unit) {
		if (!seen.add(unit)) {
			return;
		}
		List<Period> life = tree.life(unit);
		if (life.isEmpty()) {
			return;
		}
		if (tree.find(unit, on).isPresent()) {
			answering.add(unit);
		}
		else if (on.isBefore(life.getFirst().from())) {
			tree.cameFrom(unit).stream().filter(link -> link.on().isAfter(on)).forEach(link -> open.add(link.from()));
		}
		else {
			after(unit, life.getLast());
		}
	}

	private void after(int unit, Period last) {
		List<Succession> links = tree.wentInto(unit).stream().filter(link -> !link.on().isAfter(on)).toList();
		links.forEach(link -> open.add(link.to()));
		if (links.isEmpty() && last.level() == Level.DISTRICT && last.until() != null) {
			tree.children(unit, Level.COMMUNE, last.until().minusDays(1)).forEach(child -> open.add(child.unit()));
		}
	}

}
