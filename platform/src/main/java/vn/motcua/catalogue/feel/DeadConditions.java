package vn.motcua.catalogue.feel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.feel.FeelType.Kind;

/**
 * Conditions that hold always or never. Where a condition reads only choices and yes-no answers, every combination of
 * answers is tried, "not answered" among them; others are not judged.
 */
final class DeadConditions {

	private static final int MOST_COMBINATIONS = 2_000;

	private DeadConditions() {
	}

	/** What is wrong, {@code null} for nothing. */
	static @Nullable String verdict(FeelExpression condition, Map<String, FeelType> names) {
		List<List<String>> paths = new ArrayList<>();
		List<List<Object>> choices = new ArrayList<>();
		long combinations = 1;
		for (List<String> path : Set.copyOf(condition.names())) {
			List<Object> values = values(path, names);
			combinations *= values.size() + 1L;
			if (values.isEmpty() || combinations > MOST_COMBINATIONS) {
				return null;
			}
			paths.add(path);
			choices.add(values);
		}
		boolean ever = false;
		boolean always = true;
		for (int combination = 0; combination < combinations; combination++) {
			boolean holds = condition.holds(answers(combination, paths, choices));
			ever |= holds;
			always &= holds;
		}
		return !ever ? "This condition never holds, whatever is answered." : always ? "This condition always holds; leave it out." : null;
	}

	private static List<Object> values(List<String> path, Map<String, FeelType> names) {
		FeelType at = FeelType.context(names);
		for (String name : path) {
			at = at == null || at.kind() != Kind.CONTEXT ? null : at.members().get(name);
		}
		return at == null ? List.of() : switch (at.kind()) {
			case BOOLEAN -> List.of(true, false);
			case TEXT -> List.copyOf(at.options());
			case ANY, NUMBER, DATE, TIME, DURATION, CONTEXT, LIST, NOTHING -> List.of();
		};
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> answers(int combination, List<List<String>> paths, List<List<Object>> choices) {
		Map<String, Object> answers = new HashMap<>();
		int rest = combination;
		for (int at = 0; at < paths.size(); at++) {
			int choice = rest % (choices.get(at).size() + 1);
			rest /= choices.get(at).size() + 1;
			Map<String, Object> object = answers;
			for (String name : paths.get(at).subList(0, paths.get(at).size() - 1)) {
				object = (Map<String, Object>) object.computeIfAbsent(name, absent -> new HashMap<String, Object>());
			}
			if (choice > 0) {
				object.put(paths.get(at).getLast(), choices.get(at).get(choice - 1));
			}
		}
		return answers;
	}

}
