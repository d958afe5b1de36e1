package vn.motcua.agency.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where what every unit of the tree owes lies on one day: with itself while it stands, else with the one unit that took its place. Where none did, or several, with the one it stood under:
 * the level of districts ended on 01/07/2025 (resolution 203/2025/QH15) and left its work to communes and province alike, a divided commune to several; a thing that cannot be divided is then
 * the province's.
 */
final class Heirs {

	private final AgencyTree tree;

	private final LocalDate on;

	private final Map<Integer, Set<Integer>> heirs = new HashMap<>();

	private final Map<Integer, List<Integer>> inherited = new HashMap<>();

	Heirs(AgencyTree tree, LocalDate on) {
		this.tree = tree;
		this.on = on;
		tree.units().filter(unit -> !stands(unit)).forEach(unit -> follow(unit).forEach(heir -> inherited.computeIfAbsent(heir, _ -> new ArrayList<>()).add(unit)));
	}

	boolean are(AgencyTree ofTree, LocalDate ofDay) {
		return areOf(ofTree) && on.equals(ofDay);
	}

	boolean areOf(AgencyTree ofTree) {
		return tree == ofTree;
	}

	/** One; several only of a unit that was divided and stood under nobody; none of a number nobody has. */
	Set<Integer> of(int unit) {
		return stands(unit) ? Set.of(unit) : heirs.getOrDefault(unit, Set.of());
	}

	/** Units that do not stand on the day and whose heir a unit is. */
	List<Integer> inherited(int unit) {
		return inherited.getOrDefault(unit, List.of());
	}

	private boolean stands(int unit) {
		return tree.find(unit, on).isPresent();
	}

	private Set<Integer> follow(int unit) {
		if (stands(unit)) {
			return Set.of(unit);
		}
		Set<Integer> known = heirs.putIfAbsent(unit, Set.of());
		if (known == null) {
			heirs.put(unit, found(tree.life(unit)));
		}
		return heirs.get(unit);
	}

	private Set<Integer> found(List<Period> life) {
		if (life.isEmpty()) {
			return Set.of();
		}
		boolean ended = !on.isBefore(life.getFirst().from());
		Period nearest = ended ? life.getLast() : life.getFirst();
		Set<Integer> next = new TreeSet<>();
		if (ended) {
			tree.wentInto(nearest.unit()).stream().filter(link -> !link.on().isAfter(on)).forEach(link -> next.addAll(follow(link.to())));
		}
		else {
			tree.cameFrom(nearest.unit()).stream().filter(link -> link.on().isAfter(on)).forEach(link -> next.addAll(follow(link.from())));
		}
		Set<Integer> above = next.size() == 1 ? Set.of() : follow(nearest.parent());
		return above.isEmpty() ? next : above;
	}

}
