package vn.motcua.reporting.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * In which order computed figures are computed, each after those it reads.
 *
 * @param cycle figures that need each other, the first again at the end; empty when there is none
 */
public record FormulaOrder<T>(List<T> order, List<T> cycle) {

	public static <T> FormulaOrder<T> of(Map<T, Formula> formulas, Function<Reference, T> key) {
		Walk<T> walk = new Walk<>(formulas, key);
		for (T figure : formulas.keySet()) {
			Optional<List<T>> cycle = walk.visit(figure);
			if (cycle.isPresent()) {
				return new FormulaOrder<>(List.of(), cycle.get());
			}
		}
		return new FormulaOrder<>(List.copyOf(walk.done), List.of());
	}

	/** {@code A → B → A}. */
	public String cycleInWords() {
		return cycle.stream().map(String::valueOf).collect(Collectors.joining(" → "));
	}

	private record Walk<T>(Map<T, Formula> formulas, Function<Reference, T> key, Set<T> done, List<T> under) {

		Walk(Map<T, Formula> formulas, Function<Reference, T> key) {
			this(formulas, key, new LinkedHashSet<>(), new ArrayList<>());
		}

		Optional<List<T>> visit(T figure) {
			Formula formula = formulas.get(figure);
			if (formula == null || done.contains(figure)) {
				return Optional.empty();
			}
			int seen = under.indexOf(figure);
			if (seen >= 0) {
				List<T> cycle = new ArrayList<>(under.subList(seen, under.size()));
				cycle.add(figure);
				return Optional.of(cycle);
			}
			under.add(figure);
			for (Reference reference : formula.references().stream().filter(one -> one.when() == Reference.When.NOW).sorted(java.util.Comparator.comparing(Reference::toString)).toList()) {
				Optional<List<T>> cycle = visit(key.apply(reference));
				if (cycle.isPresent()) {
					return cycle;
				}
			}
			under.removeLast();
			done.add(figure);
			return Optional.empty();
		}

	}

}
