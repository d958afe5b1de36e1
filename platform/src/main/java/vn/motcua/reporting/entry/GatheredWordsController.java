package vn.motcua.reporting.entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportsBelow;
import vn.motcua.site.Assets;
import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** Words of all reports that go to one agency, side by side: one section or one column at a time, to write its own from. */
@Controller
@RequestMapping("/bao-cao/tong-hop/{regime}/{period}/{agency}")
@RequiresPermission(Permission.REPORT_VIEW)
class GatheredWordsController {

	private static final int PAGE = 50;

	/** Read at a time for a file. */
	private static final int SLICE = 200;

	/** Texts of a file: one section of every commune of the country. */
	private static final int MOST = 5_000;

	/** Characters of a file, some fifteen megabytes in memory. */
	private static final int MOST_CHARACTERS = 5_000_000;

	private static final int LONGEST_SEARCH = 200;

	private static final Map<String, String> TYPES = Map.of("csv", "text/csv; charset=utf-8", "xlsx", PaperController.XLSX, "docx", PaperController.DOCX);

	private final ReportForms forms;

	private final ReportsBelow below;

	private final GatheredWords words;

	private final Messages messages;

	private final Assets assets;

	GatheredWordsController(ReportForms forms, ReportsBelow below, GatheredWords words, Messages messages, Assets assets) {
		this.forms = forms;
		this.below = below;
		this.words = words;
		this.messages = messages;
		this.assets = assets;
	}

	/** @param place {@code null} where the form has no place for words */
	private record Wanted(ReportForm form, List<GatheredWords.Place> places, GatheredWords.@Nullable Place place, GatheredWordsStore.@Nullable Asked asked) {
	}

	@GetMapping("/loi")
	String page(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @RequestParam(name = "o", defaultValue = "") String place,
			@RequestParam(name = "tim", defaultValue = "") String search, @RequestParam(name = "da-gui", defaultValue = "") String sent, @RequestParam(name = "sau", required = false) @Nullable String after,
			@CurrentActor Actor actor, Locale language, Model model) {
		Wanted wanted = wanted(regime, period, agency, place, search, sent, actor);
		GatheredWordsStore.Asked asked = wanted.asked();
		boolean first = after == null || after.isEmpty();
		Slice<GatheredWords.Said> said = asked == null ? new Slice<>(List.of(), null) : words.list(wanted.form(), asked, language, PAGE, after);
		model.addAttribute("it", new GatheredWordsPage(wanted.form().address(), wanted.places(), wanted.place(), asked == null ? "" : asked.search(), asked != null && asked.sent(), first,
				asked == null ? 0 : words.reports(asked), said.items(), said.next(), asked == null || !first || !asked.search().isEmpty() ? List.of() : words.silent(wanted.form(), asked, MOST)));
		return "reporting/entry/gatheredWords";
	}

	@GetMapping("/loi.{kind:csv|xlsx|docx}")
	void file(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @PathVariable String kind, @RequestParam(name = "o", defaultValue = "") String place,
			@RequestParam(name = "tim", defaultValue = "") String search, @RequestParam(name = "da-gui", defaultValue = "") String sent, @CurrentActor Actor actor, Locale language,
			HttpServletResponse response) throws IOException {
		Wanted wanted = wanted(regime, period, agency, place, search, sent, actor);
		if (wanted.place() == null || wanted.asked() == null) {
			throw new ProblemException(EntryProblem.NO_SUCH_PLACE);
		}
		List<GatheredWords.Said> all = all(wanted.form(), wanted.asked(), language);
		GatheredWordsFile file = new GatheredWordsFile(Page.standing(messages, language, "", assets), wanted.form(), wanted.place());
		PaperController.head(response, wanted.form(), TYPES.get(kind), "_loi." + kind, true);
		switch (kind) {
			case "csv" -> file.csv(all, response.getOutputStream());
			case "xlsx" -> file.xlsx(all, response.getOutputStream());
			default -> response.getOutputStream().write(file.word(all));
		}
	}

	private Wanted wanted(String regime, String period, String agency, String place, String search, String sent, Actor actor) {
		ReportForm form = forms.at(regime, period, agency);
		int receiver = below.receiver(form.address(), actor);
		List<GatheredWords.Place> places = GatheredWords.places(form);
		GatheredWords.Place found = places.stream().filter(each -> place.isEmpty() || each.asked().equals(place)).findFirst().orElse(null);
		if (found == null && !place.isEmpty()) {
			throw new ProblemException(EntryProblem.NO_SUCH_PLACE);
		}
		String part = search.strip().replace("\0", "");
		part = part.length() <= LONGEST_SEARCH ? part : part.substring(0, LONGEST_SEARCH);
		return new Wanted(form, places, found, found == null ? null : new GatheredWordsStore.Asked(form.address().key(), receiver, found.kind(), found.codes(), part, sent.equals("1")));
	}

	/** All or nothing: who wants more than a file takes searches for a part of it. */
	private List<GatheredWords.Said> all(ReportForm form, GatheredWordsStore.Asked asked, Locale language) {
		List<GatheredWords.Said> all = new ArrayList<>();
		long characters = 0;
		@Nullable String after = null;
		do {
			Slice<GatheredWords.Said> slice = words.list(form, asked, language, SLICE, after);
			all.addAll(slice.items());
			characters += slice.items().stream().mapToLong(each -> each.text().length()).sum();
			if (all.size() > MOST || characters > MOST_CHARACTERS) {
				throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/tim", "reporting.words-many", "max", MOST)));
			}
			after = slice.next();
		}
		while (after != null);
		return all;
	}

}
