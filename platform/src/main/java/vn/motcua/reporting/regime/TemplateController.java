package vn.motcua.reporting.regime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Template;
import vn.motcua.site.Flashes;
import vn.motcua.site.Messages;

/** The tables, narratives and checks of a draft: from the ministry's Excel form, or on the page. */
@Controller
@RequestMapping("/bao-cao/che-do/{ma}/phien-ban/{so}")
@RequiresPermission(Permission.REPORT_DESIGN)
class TemplateController {

	private static final int MOST_TABLES = 30;

	private static final long MOST_BYTES = 20L * 1024 * 1024;

	private final RegimeDesk desk;

	private final Indicators indicators;

	private final Design design;

	private final Messages messages;

	TemplateController(RegimeDesk desk, Indicators indicators, Design design, Messages messages) {
		this.desk = desk;
		this.indicators = indicators;
		this.design = design;
		this.messages = messages;
	}

	@PostMapping("/tep")
	String upload(@PathVariable("ma") String code, @PathVariable("so") int number, @RequestParam("tep") MultipartFile file, @CurrentActor Actor actor, Model model,
			HttpServletResponse response) throws IOException {
		RegimeDesk.Drafted drafted = desk.draft(code, number, actor);
		List<FormFinding> findings = new ArrayList<>();
		List<FormSheet> sheets = List.of();
		if (file.getSize() > MOST_BYTES) {
			findings.add(FormFinding.error("", "too-large"));
		}
		else {
			sheets = FormWorkbook.read(file.getBytes(), findings);
		}
		FormTables.Taken taken = new FormTables(prefix(code), new FigureNames(indicators.all(), design.register().dimensions(), messages), findings).take(sheets);
		boolean refused = findings.stream().anyMatch(finding -> !finding.warning()) || taken.tables().isEmpty();
		if (refused) {
			response.setStatus(422);
		}
		else {
			desk.add(taken.indicators(), drafted.version().content().rule().type(), actor);
			Template old = drafted.version().template();
			desk.change(drafted.version(), drafted.version().content(), new Template(taken.tables(), old.narratives(), old.checks()), actor);
		}
		model.addAttribute("findings", findings);
		model.addAttribute("tables", taken.tables());
		model.addAttribute("refused", refused);
		model.addAttribute("href", href(code, number));
		return "reporting/formFindings";
	}

	@GetMapping("/bieu/{bieu}")
	String table(@PathVariable("ma") String code, @PathVariable("so") int number, @PathVariable("bieu") String table, @CurrentActor Actor actor, Model model) {
		RegimeDesk.Drafted drafted = desk.draft(code, number, actor);
		return page(code, number, table.equals("moi") ? null : find(drafted, table), List.of(), model);
	}

	@PostMapping("/bieu/{bieu}")
	String save(@PathVariable("ma") String code, @PathVariable("so") int number, @PathVariable("bieu") String table, @RequestParam MultiValueMap<String, String> values,
			@CurrentActor Actor actor, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		RegimeDesk.Drafted drafted = desk.draft(code, number, actor);
		List<Template.Table> tables = new ArrayList<>(drafted.version().template().tables());
		String kept = table.equals("moi") ? next(tables) : find(drafted, table).code();
		TableForm form = new TableForm(values, new OwnCodes(prefix(code), taken -> indicators.find(taken).isPresent()));
		Template.Table written = form.table(kept);
		if (!form.wrong().isEmpty() || written.columns().isEmpty() || written.rows().isEmpty() && written.growing() == 0 || tables.size() > MOST_TABLES) {
			response.setStatus(422);
			return page(code, number, written, form.wrong(), model);
		}
		desk.add(form.made(), drafted.version().content().rule().type(), actor);
		int place = tables.stream().map(Template.Table::code).toList().indexOf(kept);
		if (place < 0) {
			tables.add(written);
		}
		else {
			tables.set(place, written);
		}
		put(drafted, tables, actor);
		Flashes.success(redirect, "reporting.design.saved");
		return "redirect:" + href(code, number) + (values.containsKey("tiep") ? "/bieu/" + kept : "");
	}

	@PostMapping("/bieu/{bieu}/xoa")
	String remove(@PathVariable("ma") String code, @PathVariable("so") int number, @PathVariable("bieu") String table, @CurrentActor Actor actor, RedirectAttributes redirect) {
		RegimeDesk.Drafted drafted = desk.draft(code, number, actor);
		Template.Table removed = find(drafted, table);
		put(drafted, drafted.version().template().tables().stream().filter(one -> !one.code().equals(removed.code())).toList(), actor);
		Flashes.success(redirect, "reporting.design.removed");
		return "redirect:" + href(code, number);
	}

	@GetMapping("/loi")
	String words(@PathVariable("ma") String code, @PathVariable("so") int number, @CurrentActor Actor actor, Model model) {
		model.addAttribute("template", desk.draft(code, number, actor).version().template());
		model.addAttribute("href", href(code, number));
		return "reporting/templateWords";
	}

	@PostMapping("/loi")
	String saveWords(@PathVariable("ma") String code, @PathVariable("so") int number, @RequestParam MultiValueMap<String, String> values, @CurrentActor Actor actor,
			RedirectAttributes redirect) {
		RegimeDesk.Drafted drafted = desk.draft(code, number, actor);
		Template old = drafted.version().template();
		List<Template.Narrative> narratives = new ArrayList<>();
		List<Template.Check> checks = new ArrayList<>();
		for (int at = 0; at < 50; at++) {
			if (!value(values, "muc-" + at).isEmpty()) {
				String hint = value(values, "muc-" + at + "-goi-y");
				narratives.add(new Template.Narrative("N" + (narratives.size() + 1), text(values, "muc-" + at), hint.isEmpty() ? text(values, "muc-" + at) : RegimeForm.twoLanguages(hint),
						!value(values, "muc-" + at + "-bat-buoc").isEmpty(), true));
			}
			if (!value(values, "dk-" + at).isEmpty()) {
				String words = value(values, "dk-" + at + "-loi");
				checks.add(new Template.Check("K" + (checks.size() + 1), value(values, "dk-" + at), words.isEmpty() ? LocalizedText.same(value(values, "dk-" + at)) : RegimeForm.twoLanguages(words),
						!value(values, "dk-" + at + "-canh-bao").isEmpty()));
			}
		}
		desk.change(drafted.version(), drafted.version().content(), new Template(old.tables(), narratives, checks), actor);
		Flashes.success(redirect, "reporting.design.saved");
		return "redirect:" + href(code, number);
	}

	private void put(RegimeDesk.Drafted drafted, List<Template.Table> tables, Actor actor) {
		Template old = drafted.version().template();
		desk.change(drafted.version(), drafted.version().content(), new Template(tables, old.narratives(), old.checks()), actor);
	}

	private String page(String code, int number, Template.@Nullable Table table, List<String> wrong, Model model) {
		model.addAttribute("table", table == null ? new Template.Table("", LocalizedText.same("–"), List.of(), List.of(), List.of(), 0) : table);
		model.addAttribute("wrong", wrong);
		model.addAttribute("href", href(code, number));
		return "reporting/tableForm";
	}

	private static Template.Table find(RegimeDesk.Drafted drafted, String code) {
		return drafted.version().template().tables().stream().filter(table -> table.code().equals(code)).findFirst()
			.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	private static String next(List<Template.Table> tables) {
		return Stream.iterate(1, at -> at + 1).map(at -> String.format("B%02d", at)).filter(code -> tables.stream().noneMatch(table -> table.code().equals(code))).findFirst()
			.orElseThrow();
	}

	/** Codes of a regime's own indicators begin with what the regime is called. */
	private static String prefix(String regime) {
		String plain = regime.replaceAll("[^A-Z0-9]", "");
		return plain.substring(0, Math.min(plain.length(), 12)) + "_";
	}

	private static String href(String code, int number) {
		return "/bao-cao/che-do/" + code + "/phien-ban/" + number;
	}

	private static LocalizedText text(MultiValueMap<String, String> values, String field) {
		return new LocalizedText(value(values, field), value(values, field + "-en"));
	}

	private static String value(MultiValueMap<String, String> values, String field) {
		String value = values.getFirst(field);
		return value == null ? "" : value.strip().substring(0, Math.min(value.strip().length(), 2_000));
	}

}
