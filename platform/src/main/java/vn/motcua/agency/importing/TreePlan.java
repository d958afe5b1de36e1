package vn.motcua.agency.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency.Level;
import vn.motcua.agency.domain.AgencyTree;
import vn.motcua.agency.domain.Period;
import vn.motcua.agency.domain.Sureness;
import vn.motcua.agency.domain.UnitNames;
import vn.motcua.agency.importing.Matches.Match;

/**
 * What a file would do to the tree from a day on. The file states all units of a level under each parent it names: one that
 * stands there and is not named ends on that day, and with it the agencies that work for it.
 */
public final class TreePlan {

	private final AgencyTree tree;

	private final LocalDate on;

	private final List<LineProblem> problems = new ArrayList<>();

	private final List<Change> changes = new ArrayList<>();

	private final List<Step> steps = new ArrayList<>();

	private final Map<Integer, Match> named = new LinkedHashMap<>();

	private final Set<Integer> ended = new HashSet<>();

	private final Set<String> stated = new HashSet<>();

	private TreePlan(AgencyTree tree, LocalDate on) {
		this.tree = tree;
		this.on = on;
	}

	static TreePlan of(byte[] file, AgencyTree tree, LocalDate on) {
		TreePlan plan = new TreePlan(tree, on);
		List<TreeLine> lines = new LineRules(plan.problems).check(TreeFile.read(file));
		plan.draw(lines);
		plan.problems.sort(Comparator.comparingInt(LineProblem::line));
		return plan;
	}

	/** Empty when the file may be applied. */
	public List<LineProblem> problems() {
		return problems;
	}

	public List<Change> changes() {
		return changes;
	}

	List<Step> steps() {
		return steps;
	}

	public long count(Change.Kind kind) {
		return changes.stream().filter(change -> change.kind() == kind).count();
	}

	private void draw(List<TreeLine> lines) {
		List<Match> matches = new Matches(tree, on, problems).of(lines);
		matches.forEach(match -> named.put(match.unit(), match));
		matches.forEach(this::compare);
		matches.forEach(this::endSiblings);
		List.copyOf(ended).forEach(this::endUnder);
		new Replacements(tree, on, problems, ended).of(matches).forEach(link -> steps.add(new Step.Succeed(link)));
		steps.sort(Comparator.comparingInt(TreePlan::order));
	}

	private static int order(Step step) {
		return switch (step) {
			case Step.Found _ -> 0;
			case Step.Alter _ -> 1;
			case Step.Recode _ -> 2;
			case Step.End _ -> 3;
			case Step.Succeed _ -> 4;
		};
	}

	private void compare(Match match) {
		TreeLine line = match.line();
		Period before = match.before();
		Period after = after(match);
		if (before == null) {
			steps.add(new Step.Found(after, line.exchangeCode()));
			change(Change.Kind.ADDED, match, "", title(after));
			freeCode(match);
			return;
		}
		if (!title(before).equals(title(after)) || !Objects.equals(before.nameEn(), after.nameEn())) {
			change(Change.Kind.RENAMED, match, title(before), title(after));
		}
		if (before.parent() != after.parent() || before.territory() != after.territory()) {
			change(Change.Kind.MOVED, match, called(before.parent()), called(after.parent()));
		}
		if (!Objects.equals(before.code(), after.code())) {
			change(Change.Kind.RECODED, match, String.valueOf(before.code()), String.valueOf(after.code()));
		}
		if (!same(before, after)) {
			unchangedLater(line, before);
			steps.add(new Step.Alter(before, after));
		}
		recode(match, line.exchangeCode());
	}

	private Period after(Match match) {
		TreeLine line = match.line();
		Period before = match.before();
		return new Period(match.unit(), line.level(), line.kind(), line.name(), line.nameEn() != null || before == null ? line.nameEn() : before.nameEn(),
				line.code(), match.parent(), match.territory(), on, before == null ? null : before.until(), Sureness.EXACT,
				before == null ? Sureness.OPEN : before.untilSure());
	}

	private boolean same(Period before, Period after) {
		return title(before).equals(title(after)) && Objects.equals(before.nameEn(), after.nameEn()) && before.parent() == after.parent()
				&& before.territory() == after.territory() && Objects.equals(before.code(), after.code());
	}

	private void recode(Match match, @Nullable String code) {
		String held = tree.exchangeCode(match.unit(), on);
		if (code == null || code.equals(held) || tree.byExchangeCode(code, on).filter(period -> period.unit() == match.unit()).isPresent()) {
			return;
		}
		freeCode(match);
		change(Change.Kind.RECODED, match, held == null ? "" : held, code);
		steps.add(new Step.Recode(match.unit(), code));
	}

	/** The code must not belong to a unit that goes on holding it. */
	private void freeCode(Match match) {
		String code = match.line().exchangeCode();
		if (code != null) {
			tree.byExchangeCode(code, on).filter(holder -> holder.unit() != match.unit() && !named.containsKey(holder.unit()))
				.ifPresent(holder -> problems.add(LineProblem.of(match.line().number(), Column.EXCHANGE_CODE, "taken", code)));
		}
	}

	private void unchangedLater(TreeLine line, Period before) {
		if (!tree.life(before.unit()).getLast().equals(before)) {
			problems.add(LineProblem.of(line.number(), Column.CODE, "changes-later", title(before)));
		}
	}

	private void endSiblings(Match match) {
		if (match.line().level() == Level.ORGANISATION || match.before() == null && match.parent() < 0) {
			return;
		}
		if (stated.add(match.line().level() + " under " + match.parent())) {
			tree.children(match.parent(), match.line().level(), on).forEach(this::end);
		}
	}

	private void endUnder(int unit) {
		tree.working(unit, on).forEach(this::end);
		for (Level level : List.of(Level.DISTRICT, Level.COMMUNE)) {
			tree.children(unit, level, on).stream().filter(child -> !named.containsKey(child.unit()) && !ended.contains(child.unit()))
				.forEach(child -> problems.add(LineProblem.of(0, Column.PARENT, "left-behind", title(child))));
		}
	}

	private void end(Period period) {
		if (named.containsKey(period.unit()) || !ended.add(period.unit())) {
			return;
		}
		if (period.from().equals(on) || !tree.life(period.unit()).getLast().equals(period)) {
			problems.add(LineProblem.of(0, Column.CODE, "changes-later", title(period)));
		}
		steps.add(new Step.End(period));
		changes.add(new Change(Change.Kind.ENDED, 0, period.level(), period.code() == null ? "" : period.code(), title(period), called(period.parent()), ""));
	}

	private void change(Change.Kind kind, Match match, String before, String after) {
		TreeLine line = match.line();
		Period period = match.before();
		changes.add(new Change(kind, line.number(), line.level(), line.code() != null ? line.code() : Objects.requireNonNullElse(line.exchangeCode(), ""),
				period == null ? after : title(period), before, after));
	}

	private String called(int unit) {
		if (unit < 0 && named.containsKey(unit)) {
			return title(after(named.get(unit)));
		}
		return unit == 0 ? "" : tree.nearest(unit, on).map(this::title).orElse("");
	}

	private String title(Period period) {
		return UnitNames.full(period, period.territory() == 0 ? null : tree.nearest(period.territory(), on).orElse(null)).vi();
	}

}
