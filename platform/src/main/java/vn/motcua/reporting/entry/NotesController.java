package vn.motcua.reporting.entry;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
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
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.ValueSource;
import vn.motcua.site.Flashes;

/** Notes of single cells, with the history of each; and the history of words. */
@Controller
@RequestMapping("/bao-cao/nhap/{regime}/{period}/{agency}/ghi-chu")
class NotesController {

	/** Message of a note that somebody else changed meanwhile. */
	static final String CHANGED = "reporting.entry.note.changed";

	private static final int MOST_PASSAGES = 30;

	private final ReportForms forms;

	private final EntryDesk desk;

	private final TextStore texts;

	private final TextHistory history;

	private final Sheets sheets;

	private final Reports reports;

	NotesController(ReportForms forms, EntryDesk desk, TextStore texts, TextHistory history, Sheets sheets, Reports reports) {
		this.forms = forms;
		this.desk = desk;
		this.texts = texts;
		this.history = history;
		this.sheets = sheets;
		this.reports = reports;
	}

	@GetMapping
	@RequiresPermission(Permission.REPORT_VIEW)
	String notes(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @RequestParam(name = "o", defaultValue = "") String shown,
			@RequestParam(name = "truoc", defaultValue = "2147483647") int before, @CurrentActor Actor actor, Locale language, Model model) {
		ReportForm form = forms.at(regime, period, agency, actor);
		boolean figure = shown.matches("\\d{1,4}");
		return page(form, figure ? Integer.valueOf(shown) : null, figure || shown.isEmpty() ? null : said(form, shown, before, language), null, null, actor, model);
	}

	@PostMapping
	@RequiresPermission(Permission.REPORT_FILL)
	String save(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @RequestParam(name = "o") int position,
			@RequestParam(name = "v", defaultValue = "0") int seen, @RequestParam(name = "ghi-chu", defaultValue = "") String note, @CurrentActor Actor actor,
			HttpServletResponse response, RedirectAttributes redirect, Model model) {
		ReportForm form = forms.at(regime, period, agency, actor);
		known(form, position);
		String text = note.replace("\r\n", "\n").strip();
		if (text.length() > ReportText.Kind.NOTE.most()) {
			response.setStatus(422);
			return page(form, position, null, text, "reporting.entry.note.long", actor, model);
		}
		ReportText.Change change = new ReportText.Change(ReportText.Kind.NOTE, String.valueOf(position), text, seen);
		EntryDesk.Outcome outcome = desk.save(form, new EntryDesk.Changes(List.of(), List.of(change), List.of()), ValueSource.TYPED, actor);
		if (!outcome.whole()) {
			response.setStatus(422);
			return page(form, position, null, text, CHANGED, actor, model);
		}
		Flashes.success(redirect, "reporting.entry.saved");
		return "redirect:/bao-cao/nhap/" + form.address().path() + "/ghi-chu?o=" + position;
	}

	private String page(ReportForm form, @Nullable Integer position, @Nullable SaidHistory said, @Nullable String typed, @Nullable String problem, Actor actor, Model model) {
		SheetKey key = form.address().key();
		if (position != null) {
			known(form, position);
		}
		List<ReportText> notes = texts.of(key).stream().filter(text -> text.kind() == ReportText.Kind.NOTE && form.byPlace().containsKey(Integer.valueOf(text.code()))).toList();
		ReportText note = position == null ? null : notes.stream().filter(text -> text.code().equals(position.toString())).findFirst().orElse(null);
		String shown = typed != null ? typed : note == null ? "" : note.content();
		model.addAttribute("notes", new NotesPage(form, editable(key, actor), position, said, note, shown, problem,
				position == null ? List.of() : sheets.history(key, position).stream().limit(50).toList(), notes.stream().filter(text -> !text.content().isBlank()).toList()));
		return "reporting/entry/notes";
	}

	private SaidHistory said(ReportForm form, String field, int before, Locale language) {
		SaidHistory.Place place = SaidHistory.place(form, field, language);
		if (place == null) {
			throw new ProblemException(EntryProblem.NO_SUCH_PLACE);
		}
		SheetKey key = form.address().key();
		TextHistory.Slice<TextPassage> passages = history.passages(key, place.kind(), place.code(), before, MOST_PASSAGES);
		return new SaidHistory(field, place.name(), place.column(), texts.find(key, place.kind(), place.code()).orElse(null), passages.items(), passages.next());
	}

	private boolean editable(SheetKey key, Actor actor) {
		try {
			reports.fillable(key, actor);
			return actor.may(Permission.REPORT_FILL);
		}
		catch (ProblemException refused) {
			return false;
		}
	}

	private static void known(ReportForm form, int position) {
		if (!form.byPlace().containsKey(position)) {
			throw new ProblemException(EntryProblem.NO_SUCH_PLACE);
		}
	}

}
