package vn.motcua.catalogue.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.catalogue.SearchWords;
import vn.motcua.catalogue.SearchWords.Asked;
import vn.motcua.catalogue.ServiceFinder;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.kernel.problem.ProblemKind;
import vn.motcua.site.Flashes;
import vn.motcua.site.NavigationEntry;
import vn.motcua.site.Page;

/** What people looked for in vain, and adding words (<i>từ tìm kiếm</i>) so that the next one finds it. */
@Controller
@RequestMapping("/quan-tri/tim-kiem")
@RequiresPermission(Permission.SERVICE_PUBLISH)
class SearchWordsController {

	private final SearchWords words;

	private final ServiceFinder finder;

	private final Clock clock;

	SearchWordsController(SearchWords words, ServiceFinder finder, Clock clock) {
		this.words = words;
		this.finder = finder;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(name = "ngay", defaultValue = "30") String days, @RequestParam(name = "loai", defaultValue = "") String kind,
			@RequestParam(name = "tu", defaultValue = "") String phrase, Model model) {
		int period = SearchWordsPage.PERIODS.stream().filter(one -> one.toString().equals(days)).findFirst().orElse(30);
		return page(model, period, !kind.equals("tat-ca"), phrase, "", List.of());
	}

	@PostMapping
	String add(@RequestParam(name = "tu", defaultValue = "") String phrase, @RequestParam(name = "nghia", defaultValue = "") String meaning,
			@CurrentActor Actor editor, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		try {
			words.add(phrase, meaning, editor);
		}
		catch (ProblemException refused) {
			if (refused.code().kind() != ProblemKind.FIELDS) {
				throw refused;
			}
			response.setStatus(422);
			return page(model, 30, true, phrase, meaning, refused.fields());
		}
		Flashes.success(redirect, "catalogue.words.done", "phrase", phrase.strip());
		return "redirect:/quan-tri/tim-kiem";
	}

	@PostMapping("/{id}/bo")
	String remove(@PathVariable long id, @CurrentActor Actor editor, RedirectAttributes redirect) {
		words.remove(id, editor);
		Flashes.success(redirect, "catalogue.words.removed");
		return "redirect:/quan-tri/tim-kiem";
	}

	private String page(Model model, int days, boolean inVain, String phrase, String meaning, List<FieldProblem> problems) {
		LocalDate since = LocalDate.now(clock.withZone(Page.ZONE)).minusDays(days - 1L);
		List<SearchWordsPage.Row> rows = words.asked(since, inVain).stream().map(this::row).toList();
		model.addAttribute("view", new SearchWordsPage(days, inVain, rows, words.all(), phrase, meaning, problems));
		return "catalogue/words";
	}

	private SearchWordsPage.Row row(Asked asked) {
		List<ServiceVersion> now = finder.find(asked.query(), 1).services();
		return new SearchWordsPage.Row(asked.query(), asked.outcome(), asked.times(), asked.last(), now.isEmpty() ? null : now.getFirst());
	}

	@Configuration(proxyBeanMethods = false)
	static class Navigation {

		@Bean
		NavigationEntry searchWordsNavigation() {
			return new NavigationEntry(NavigationEntry.Area.ADMINISTRATOR, 31, "/quan-tri/tim-kiem", "catalogue.nav.search", Permission.SERVICE_PUBLISH);
		}

	}

}
