package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Template;
import vn.motcua.site.Flashes;

/** One table of a draft: its columns, rows and cells. */
@Controller
@RequestMapping("/bao-cao/che-do/{ma}/phien-ban/{so}/bieu/{bieu}")
@RequiresPermission(Permission.REPORT_DESIGN)
class TableController {

	private static final String FRESH = "moi";

	private static final int MOST_TABLES = 30;

	private final Drafts drafts;

	private final RegimeDesk desk;

	private final Indicators indicators;

	private final Design design;

	TableController(Drafts drafts, RegimeDesk desk, Indicators indicators, Design design) {
		this.drafts = drafts;
		this.desk = desk;
		this.indicators = indicators;
		this.design = design;
	}

	@GetMapping
	String table(@PathVariable("ma") String code, @PathVariable("so") int number, @PathVariable("bieu") String table, @CurrentActor Actor actor, Model model) {
		Drafts.Drafted drafted = drafts.get(code, number, actor);
		TableForm form = table.equals(FRESH) ? TableForms.empty() : TableForms.of(get(drafted.version(), table));
		return page(drafted, table, drafted.version().edition(), form, List.of(), model);
	}

	@PostMapping
	String save(@PathVariable("ma") String code, @PathVariable("so") int number, @PathVariable("bieu") String table, @RequestParam(name = "ban", defaultValue = "0") int seen,
			@RequestParam MultiValueMap<String, String> values, @CurrentActor Actor actor, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		Drafts.Drafted drafted = drafts.get(code, number, actor);
		String kept = table.equals(FRESH) ? next(drafted.version().template().tables()) : known(drafted, table);
		TableForm form = new TableForm(values, new OwnCodes(OwnCodes.prefix(drafted.code()), taken -> indicators.find(taken).isPresent()), kept(drafted, kept),
				design.register().dimensions());
		Template.Table written = form.table(kept);
		if (!form.sound() || drafted.version().template().tables().size() >= MOST_TABLES && table.equals(FRESH)) {
			response.setStatus(422);
			return page(drafted, table, seen, form, List.of(), model);
		}
		List<DraftChange> meanwhile = drafts.edit(drafted, seen, kept, draft -> {
			desk.add(form.made(), drafted.type(), actor);
			return draft.with(put(draft.template(), written));
		}, actor);
		if (!meanwhile.isEmpty()) {
			response.setStatus(409);
			return page(drafted, table, drafted.version().edition(), form, meanwhile, model);
		}
		Flashes.success(redirect, "reporting.design.saved");
		return "redirect:" + drafted.href() + (values.containsKey("tiep") ? "/bieu/" + kept : "");
	}

	@PostMapping("/xoa")
	String remove(@PathVariable("ma") String code, @PathVariable("so") int number, @PathVariable("bieu") String table, @RequestParam(name = "ban", defaultValue = "0") int seen,
			@CurrentActor Actor actor, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		Drafts.Drafted drafted = drafts.get(code, number, actor);
		get(drafted.version(), table);
		List<DraftChange> meanwhile = drafts.edit(drafted, seen, table, draft -> draft.with(without(draft.template(), table)), actor);
		if (!meanwhile.isEmpty()) {
			response.setStatus(409);
			return page(drafted, table, drafted.version().edition(), TableForms.of(get(drafted.version(), table)), meanwhile, model);
		}
		Flashes.success(redirect, "reporting.design.removed");
		return "redirect:" + drafted.href();
	}

	/** Codes of a table that reports are kept by. */
	private TableForm.Kept kept(Drafts.Drafted drafted, String table) {
		List<Template.Table> published = drafts.published(drafted).stream().flatMap(version -> version.template().tables().stream()).filter(one -> one.code().equals(table)).toList();
		return new TableForm.Kept(published.stream().flatMap(one -> one.rows().stream()).map(Template.Row::code).collect(Collectors.toSet()),
				published.stream().flatMap(one -> one.columns().stream()).map(Template.Column::code).collect(Collectors.toSet()));
	}

	/** A table there is, or one that somebody removed just now. */
	private String known(Drafts.Drafted drafted, String table) {
		if (drafts.changes(drafted, 0).stream().noneMatch(change -> change.part().equals(table))) {
			get(drafted.version(), table);
		}
		return table;
	}

	/** In the place of the one with its code, else after the others. */
	private static Template put(Template template, Template.Table written) {
		List<Template.Table> tables = new ArrayList<>(template.tables());
		int place = tables.stream().map(Template.Table::code).toList().indexOf(written.code());
		if (place < 0) {
			tables.add(written);
		}
		else {
			tables.set(place, written);
		}
		return new Template(tables, template.narratives(), template.checks());
	}

	private static Template without(Template template, String code) {
		return new Template(template.tables().stream().filter(one -> !one.code().equals(code)).toList(), template.narratives(), template.checks());
	}

	/** @param meanwhile what others changed; saved once more, what is written here takes its place */
	private static String page(Drafts.Drafted drafted, String table, int edition, TableForm form, List<DraftChange> meanwhile, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("table", table.equals(FRESH) ? "" : table);
		model.addAttribute("theirs", meanwhile.isEmpty() ? null : find(drafted.version(), table).orElse(null));
		model.addAttribute("edition", edition);
		model.addAttribute("meanwhile", meanwhile);
		model.addAttribute("href", drafted.href());
		return "reporting/tableForm";
	}

	private static Optional<Template.Table> find(RegimeVersion draft, String code) {
		return draft.template().tables().stream().filter(table -> table.code().equals(code)).findFirst();
	}

	private static Template.Table get(RegimeVersion draft, String code) {
		return find(draft, code).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	private static String next(List<Template.Table> tables) {
		return Stream.iterate(1, at -> at + 1).map(at -> String.format("B%02d", at)).filter(code -> tables.stream().noneMatch(table -> table.code().equals(code))).findFirst()
			.orElseThrow();
	}

}
