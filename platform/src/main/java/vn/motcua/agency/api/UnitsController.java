package vn.motcua.agency.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.agency.Agency.Level;
import vn.motcua.agency.AgencyProblem;
import vn.motcua.agency.domain.AgencyTree;
import vn.motcua.agency.domain.CurrentTree;
import vn.motcua.agency.domain.Period;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** The tree of any day and the history of a code. */
@RestController
@RequestMapping("/api/agency/v1/units")
@PublicAccess
class UnitsController {

	private static final int LONGEST_CODE = 35;

	private final CurrentTree current;

	private final Clock clock;

	UnitsController(CurrentTree current, Clock clock) {
		this.current = current;
		this.clock = clock;
	}

	/** Units of a level, of a parent, or both; provinces when neither is named. In the order of their codes. */
	@GetMapping
	Slice<UnitView> units(@RequestParam(required = false) @Nullable LocalDate on, @RequestParam(required = false) @Nullable String level,
			@RequestParam(required = false) @Nullable String parent, @RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String after) {
		LocalDate day = on == null ? LocalDate.now(clock.withZone(Page.ZONE)) : on;
		int most = Limit.of(limit).value();
		Cursor place = Cursor.decode(after, 2);
		List<Period> page = units(day, level(level), parent).filter(unit -> place == null || comesAfter(unit, place)).limit(most + 1L).toList();
		return Slice.of(page, most, unit -> Cursor.of(sortCode(unit), unit.unit())).map(unit -> UnitView.of(current, unit, day));
	}

	/** Everyone who ever held this code: a code outlives the unit that had it. */
	@GetMapping("/{code}/history")
	CodeHistory history(@PathVariable String code) {
		List<Integer> holders = code.length() > LONGEST_CODE ? List.of() : current.tree().everyHolder(code);
		if (holders.isEmpty()) {
			throw new ProblemException(AgencyProblem.UNKNOWN, "unit", code.length() > LONGEST_CODE ? "" : code);
		}
		return new CodeHistory(code, holders.stream().map(unit -> CodeHistory.Holder.of(current, unit)).toList());
	}

	private Stream<Period> units(LocalDate on, @Nullable Level level, @Nullable String parent) {
		AgencyTree tree = current.tree();
		if (parent == null || parent.isEmpty()) {
			return tree.all(level == null ? Level.PROVINCE : level, on).stream();
		}
		int above = tree.byAnyCode(parent, on).map(Period::unit).orElseThrow(() -> refused("/parent", "agency.no-such-parent"));
		List<Level> levels = level == null ? Arrays.asList(Level.values()) : List.of(level);
		return levels.stream().flatMap(one -> tree.children(above, one, on).stream()).sorted(AgencyTree.BY_CODE);
	}

	private static @Nullable Level level(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		return Arrays.stream(Level.values()).filter(level -> level.name().toLowerCase(Locale.ROOT).equals(text)).findFirst()
			.orElseThrow(() -> refused("/level", "agency.no-such-level"));
	}

	private static boolean comesAfter(Period unit, Cursor place) {
		int order = sortCode(unit).compareTo(place.keys().getFirst());
		return order > 0 || order == 0 && unit.unit() > number(place.keys().getLast());
	}

	private static String sortCode(Period unit) {
		return unit.code() == null ? "" : unit.code();
	}

	private static int number(String text) {
		if (!text.matches("[0-9]{1,9}")) {
			throw refused("/after", "common.cursor");
		}
		return Integer.parseInt(text);
	}

	private static ProblemException refused(String pointer, String code) {
		return new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, code)));
	}

}
