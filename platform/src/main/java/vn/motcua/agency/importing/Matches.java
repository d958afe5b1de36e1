package vn.motcua.agency.importing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency.Level;
import vn.motcua.agency.domain.AgencyTree;
import vn.motcua.agency.domain.Period;

/** Which unit each line speaks of, and under which unit it stands. */
final class Matches {

	/** A line, the state of its unit on the day ({@code null} when the line founds one) and what it stands under. */
	record Match(TreeLine line, int unit, @Nullable Period before, int parent, int territory) {
	}

	private final AgencyTree tree;

	private final LocalDate on;

	private final List<LineProblem> problems;

	private final Map<TreeLine, Integer> units = new HashMap<>();

	private final Map<String, Integer> byCode = new HashMap<>();

	Matches(AgencyTree tree, LocalDate on, List<LineProblem> problems) {
		this.tree = tree;
		this.on = on;
		this.problems = problems;
	}

	List<Match> of(List<TreeLine> lines) {
		Set<Integer> taken = new HashSet<>();
		for (TreeLine line : lines) {
			int unit = unit(line).orElse(-line.number());
			if (!taken.add(unit)) {
				problems.add(LineProblem.of(line.number(), Column.CODE, "twice", line.code() == null ? line.kind() : line.code()));
			}
			units.put(line, unit);
			if (line.code() != null) {
				byCode.put(line.level() + line.code(), unit);
			}
		}
		return lines.stream().map(this::match).toList();
	}

	private Match match(TreeLine line) {
		int unit = units.get(line);
		Period before = unit < 0 ? null : tree.find(unit, on).orElse(null);
		int above = above(line);
		if (line.level() != Level.DEPARTMENT && line.level() != Level.ORGANISATION) {
			return new Match(line, unit, before, above, 0);
		}
		boolean office = before != null && before.territory() == above && before.territory() != 0;
		int territory = territorial(line.parent()) ? above : before == null ? 0 : before.territory();
		return new Match(line, unit, before, office ? before.parent() : above, territory);
	}

	private Optional<Integer> unit(TreeLine line) {
		if (line.fresh()) {
			return Optional.empty();
		}
		if (line.id() != null) {
			Optional<Period> named = tree.find(line.id(), on).filter(period -> period.level() == line.level());
			if (named.isEmpty()) {
				problems.add(LineProblem.of(line.number(), Column.ID, "unknown-id", line.id().toString()));
			}
			return named.map(Period::unit);
		}
		if (line.code() != null) {
			return tree.byCode(line.level(), line.code(), on).map(Period::unit);
		}
		return agency(line).map(Period::unit);
	}

	private Optional<Period> agency(TreeLine line) {
		Optional<Period> coded = line.exchangeCode() == null ? Optional.empty()
				: tree.byExchangeCode(line.exchangeCode(), on).filter(period -> period.level() == line.level());
		if (coded.isPresent() || line.level() == Level.ORGANISATION) {
			return coded;
		}
		List<Period> beside = line.level() == Level.MINISTRY ? tree.all(Level.MINISTRY, on)
				: tree.byAnyCode(line.parent(), on).map(parent -> tree.working(parent.unit(), on)).orElse(List.of());
		return beside.stream().filter(period -> period.kind().equals(line.kind())).findFirst();
	}

	private int above(TreeLine line) {
		if (line.parent().isEmpty()) {
			return 0;
		}
		for (Level level : levelsAbove(line)) {
			Integer inFile = byCode.get(level + line.parent());
			if (inFile != null) {
				return inFile;
			}
		}
		Optional<Period> parent = tree.byAnyCode(line.parent(), on).filter(period -> levelsAbove(line).contains(period.level()));
		if (parent.isEmpty()) {
			problems.add(LineProblem.of(line.number(), Column.PARENT, "unknown-parent", line.parent()));
		}
		return parent.map(Period::unit).orElse(0);
	}

	private static boolean territorial(String code) {
		return code.matches("\\d{2}|\\d{3}|\\d{5}");
	}

	private static List<Level> levelsAbove(TreeLine line) {
		return switch (line.level()) {
			case PROVINCE, MINISTRY -> List.of();
			case DISTRICT -> List.of(Level.PROVINCE);
			case COMMUNE -> line.parent().length() == 2 ? List.of(Level.PROVINCE) : List.of(Level.DISTRICT);
			case DEPARTMENT, ORGANISATION -> switch (line.parent().length()) {
				case 2 -> List.of(Level.PROVINCE);
				case 3 -> territorial(line.parent()) ? List.of(Level.DISTRICT) : List.of(Level.MINISTRY);
				case 5 -> List.of(Level.COMMUNE);
				default -> List.of(Level.MINISTRY, Level.DEPARTMENT);
			};
		};
	}

}
