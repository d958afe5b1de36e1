package vn.motcua.reporting.entry;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.ValueSource;
import vn.motcua.site.Flashes;

/** The page a report is filled in on; everything on it works as a plain form. */
@Controller
@RequestMapping("/bao-cao/nhap/{regime}/{period}/{agency}")
class EntryController {

	private final ReportForms forms;

	private final EntryPages pages;

	private final EntryDesk desk;

	private final Sheets sheets;

	private final TextStore texts;

	private final GrowingRowStore rows;

	EntryController(ReportForms forms, EntryPages pages, EntryDesk desk, Sheets sheets, TextStore texts, GrowingRowStore rows) {
		this.forms = forms;
		this.pages = pages;
		this.desk = desk;
		this.sheets = sheets;
		this.texts = texts;
		this.rows = rows;
	}

	@GetMapping
	@RequiresPermission(Permission.REPORT_VIEW)
	String page(@PathVariable String regime, @PathVariable String period, @PathVariable String agency,
			@RequestParam(name = "kiem-tra", defaultValue = "false") boolean check, @CurrentActor Actor actor, Locale language, Model model) {
		model.addAttribute("entry", pages.of(forms.at(regime, period, agency, actor), actor, language, check));
		return "reporting/entry/page";
	}

	@PostMapping
	@RequiresPermission(Permission.REPORT_FILL)
	String save(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @RequestParam Map<String, String> posted,
			@CurrentActor Actor actor, Locale language, HttpServletResponse response, RedirectAttributes redirect, Model model) {
		ReportForm form = forms.at(regime, period, agency, actor);
		SheetKey key = form.address().key();
		EntryInput input = new EntryInput(form, posted, language);
		Sheets.Sheet now = sheets.sheet(key);
		Sheets.Sheet drawn = input.version() < now.version() ? sheets.sheet(key, input.version()) : now;
		EntryDesk.Changes changes = new EntryDesk.Changes(input.cells(drawn), input.words(texts.of(key)), input.rows(rows.of(key)));
		boolean check = "kiem-tra".equals(posted.get("viec"));
		if (!input.wrong().isEmpty()) {
			return again(form, actor, language, posted, input, EntryDesk.Outcome.NOTHING, response, model);
		}
		if (!changes.none()) {
			EntryDesk.Outcome outcome = desk.save(form, changes, ValueSource.TYPED, actor);
			outcome.meanwhile().forEach(theirs -> input.wrong().put(theirs.field(), new EntryInput.Wrong("words-changed", Map.of())));
			if (!outcome.whole()) {
				return again(form, actor, language, kept(posted, outcome, input), input, outcome, response, model);
			}
			Flashes.success(redirect, "reporting.entry.saved");
		}
		return "redirect:/bao-cao/nhap/" + form.address().path() + (check ? "?kiem-tra=true#kiem-tra" : "");
	}

	private String again(ReportForm form, Actor actor, Locale language, Map<String, String> posted, EntryInput input, EntryDesk.Outcome outcome,
			HttpServletResponse response, Model model) {
		response.setStatus(422);
		model.addAttribute("entry", pages.of(form, actor, language, posted, input, outcome, posted.keySet().stream().anyMatch(name -> name.startsWith("x."))));
		return "reporting/entry/page";
	}

	/** Only what was not saved stays as typed; the rest is drawn as it is now. */
	private static Map<String, String> kept(Map<String, String> posted, EntryDesk.Outcome outcome, EntryInput input) {
		Map<String, String> kept = new java.util.HashMap<>();
		outcome.conflicts().forEach(conflict -> kept.put("c" + conflict.position(), posted.getOrDefault("c" + conflict.position(), "")));
		input.wrong().keySet().forEach(name -> posted.forEach((field, value) -> {
			if (field.startsWith(name)) {
				kept.put(field, value);
			}
		}));
		return kept;
	}

}
