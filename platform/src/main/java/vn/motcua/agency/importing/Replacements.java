package vn.motcua.agency.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import vn.motcua.agency.domain.AgencyTree;
import vn.motcua.agency.domain.Period;
import vn.motcua.agency.domain.Succession;
import vn.motcua.agency.domain.Sureness;
import vn.motcua.agency.importing.Matches.Match;

/** Reads the column {@code replaces}: which of the units that end go on in which unit of the file. */
final class Replacements {

	private final AgencyTree tree;

	private final LocalDate on;

	private final List<LineProblem> problems;

	private final Set<Integer> ended;

	Replacements(AgencyTree tree, LocalDate on, List<LineProblem> problems, Set<Integer> ended) {
		this.tree = tree;
		this.on = on;
		this.problems = problems;
		this.ended = ended;
	}

	List<Succession> of(List<Match> matches) {
		Map<Integer, List<Match>> into = new HashMap<>();
		for (Match match : matches) {
			match.line().replaces().forEach(code -> replaced(match, code).ifPresent(unit -> into.computeIfAbsent(unit, first -> new ArrayList<>()).add(match)));
		}
		List<Succession> successions = new ArrayList<>();
		into.forEach((from, targets) -> targets.forEach(target -> successions.add(succession(from, target, targets.size() > 1))));
		return successions;
	}

	private Optional<Integer> replaced(Match match, String code) {
		Optional<Integer> unit = tree.byCode(match.line().level(), code, on).or(() -> tree.byExchangeCode(code, on)).map(Period::unit);
		if (unit.isEmpty() || !ended.contains(unit.get())) {
			problems.add(LineProblem.of(match.line().number(), Column.REPLACES, unit.isEmpty() ? "unknown-code" : "still-standing", code));
			return Optional.empty();
		}
		return unit;
	}

	private Succession succession(int from, Match target, boolean split) {
		Succession.Kind kind = split ? Succession.Kind.SPLIT : target.line().replaces().size() > 1 ? Succession.Kind.MERGED : Succession.Kind.RENAMED;
		return new Succession(from, target.unit(), on, kind, split ? Succession.Share.PART : Succession.Share.WHOLE, Sureness.EXACT);
	}

}
