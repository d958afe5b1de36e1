package vn.motcua.catalogue.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.catalogue.PublicationFigures;
import vn.motcua.catalogue.PublicationFigures.Figure;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Figures of publication for everybody, each opened down to its lines. */
@Controller
@PublicAccess(sameForAll = true)
class FiguresController {

	private static final Limit PER_PAGE = new Limit(100);

	private final PublicationFigures figures;

	private final Clock clock;

	FiguresController(PublicationFigures figures, Clock clock) {
		this.figures = figures;
		this.clock = clock;
	}

	@GetMapping("/thong-ke/dich-vu")
	String summary(@RequestParam(name = "sau", required = false) @Nullable String after, Model model) {
		model.addAttribute("summary", figures.summary(today(), PER_PAGE, after));
		return "catalogue/figures";
	}

	@GetMapping("/thong-ke/dich-vu/{figure}")
	String lines(@PathVariable String figure, @RequestParam(name = "co-quan", required = false) @Nullable String agency, @RequestParam(name = "sau", required = false) @Nullable String after,
			Model model) {
		Figure counted = figure(figure);
		if (agency != null && !agency.matches("[A-Z0-9.]{1,20}")) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		model.addAttribute("view", new FigureLinesPage(counted, agency, figures.lines(counted, agency, today(), PER_PAGE, after)));
		return "catalogue/figureLines";
	}

	static Figure figure(String word) {
		for (Figure figure : Figure.values()) {
			if (FigureLinesPage.slug(figure).equals(word.toLowerCase(Locale.ROOT))) {
				return figure;
			}
		}
		throw new ProblemException(CommonProblem.NOT_FOUND);
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
