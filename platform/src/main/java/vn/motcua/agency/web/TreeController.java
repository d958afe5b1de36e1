package vn.motcua.agency.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.agency.AgencyProblem;
import vn.motcua.agency.domain.AgencyTree;
import vn.motcua.agency.domain.CurrentTree;
import vn.motcua.agency.domain.Period;
import vn.motcua.agency.domain.Succession;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** The tree browser by day, and one unit with its history. */
@Controller
@RequestMapping("/quan-tri/don-vi")
@RequiresPermission(Permission.AGENCY_MANAGE)
class TreeController {

	/** No parent in the country has as many; a wrong import shall not make an endless page. */
	private static final int MOST_ROWS = 1_000;

	private final CurrentTree current;

	private final Clock clock;

	TreeController(CurrentTree current, Clock clock) {
		this.current = current;
		this.clock = clock;
	}

	@GetMapping
	String tree(@RequestParam(name = "ngay", required = false) @Nullable LocalDate day, @RequestParam(name = "cha", required = false) @Nullable Integer parent,
			@RequestParam(name = "bo", defaultValue = "false") boolean ministries, Model model) {
		LocalDate on = day == null ? today() : day;
		List<Period> units = parent == null ? current.tree().all(ministries ? Level.MINISTRY : Level.PROVINCE, on) : under(known(parent), on);
		List<Agency> line = parent == null ? List.of() : current.withAncestors(new AgencyId(parent), on).reversed();
		List<TreePage.Row> rows = units.stream().limit(MOST_ROWS).map(unit -> row(unit, on)).toList();
		model.addAttribute("tree", new TreePage(on, line, rows, ministries, units.size() > MOST_ROWS));
		return "agency/tree";
	}

	@GetMapping("/{unit}")
	String unit(@PathVariable int unit, @RequestParam(name = "ngay", required = false) @Nullable LocalDate day, Model model) {
		LocalDate on = day == null ? today() : day;
		AgencyTree tree = current.tree();
		AgencyId id = new AgencyId(known(unit));
		boolean stands = tree.find(unit, on).isPresent();
		model.addAttribute("view", new UnitPage(on, current.get(id, on), stands, current.withAncestors(id, on).reversed(),
				stands ? List.of() : current.answering(id, on), tree.life(unit).stream().map(this::state).toList(),
				tree.cameFrom(unit).stream().flatMap(link -> link(link, link.from(), link.on().minusDays(1))).toList(),
				tree.wentInto(unit).stream().flatMap(link -> link(link, link.to(), link.on())).toList(),
				tree.working(unit, on).stream().map(period -> current.agency(period, on)).toList(), tree.exchangeCodes(unit)));
		return "agency/unit";
	}

	private TreePage.Row row(Period unit, LocalDate on) {
		return new TreePage.Row(current.agency(unit, on), under(unit.unit(), on).size());
	}

	private List<Period> under(int parent, LocalDate on) {
		return Arrays.stream(Level.values()).flatMap(level -> current.tree().children(parent, level, on).stream()).toList();
	}

	private UnitPage.State state(Period period) {
		Agency parent = current.tree().nearest(period.parent(), period.from()).map(above -> current.agency(above, period.from())).orElse(null);
		return new UnitPage.State(current.agency(period, period.from()), parent, period.fromSure(), period.untilSure());
	}

	private Stream<UnitPage.Link> link(Succession link, int other, LocalDate on) {
		return current.tree().nearest(other, on).map(period -> new UnitPage.Link(link, current.agency(period, on))).stream();
	}

	private int known(int unit) {
		if (current.tree().life(unit).isEmpty()) {
			throw new ProblemException(AgencyProblem.UNKNOWN, "unit", unit);
		}
		return unit;
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
