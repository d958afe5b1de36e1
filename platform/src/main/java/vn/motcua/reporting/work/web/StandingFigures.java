package vn.motcua.reporting.work.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Figures that would be signed now, with what differs from what was signed last.
 *
 * @param summed over the agency and all below it, empty where nobody below reported anything
 */
public record StandingFigures(List<SignedVersion.Figure> own, List<SignedVersion.Figure> summed) {

	/** {@code null} for none. */
	static @Nullable StandingFigures of(List<SignedVersion.Figure> figures) {
		List<SignedVersion.Figure> own = figures.stream().filter(figure -> figure.count() == null).toList();
		Set<String> known = new HashSet<>(own.stream().map(StandingFigures::cell).toList());
		List<SignedVersion.Figure> summed = figures.stream().filter(figure -> figure.count() != null).toList();
		boolean others = summed.stream().anyMatch(figure -> figure.count() > (known.contains(cell(figure)) ? 1 : 0));
		return own.isEmpty() && !others ? null : new StandingFigures(own, others ? summed : List.of());
	}

	private static String cell(SignedVersion.Figure figure) {
		return figure.code() + "|" + figure.breakdown();
	}

}
