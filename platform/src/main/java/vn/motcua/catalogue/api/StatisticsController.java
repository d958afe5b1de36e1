package vn.motcua.catalogue.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.catalogue.PublicationFigures;
import vn.motcua.catalogue.PublicationFigures.Count;
import vn.motcua.catalogue.PublicationFigures.Figure;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Figures of publication, and the lines that each was counted from. */
@RestController
@RequestMapping("/api/catalogue/v1/statistics")
@PublicAccess
class StatisticsController {

	private final PublicationFigures figures;

	private final Clock clock;

	StatisticsController(PublicationFigures figures, Clock clock) {
		this.figures = figures;
		this.clock = clock;
	}

	/** @param lines address of the lines behind it */
	record FigureBody(long met, long of, String lines) {
	}

	record AgencyBody(String agency, LocalizedText name, Map<String, FigureBody> figures) {
	}

	/** @param next place where the list of agencies goes on */
	record SummaryBody(LocalDate on, Map<String, FigureBody> total, List<AgencyBody> agencies, @Nullable String next) {
	}

	@GetMapping
	SummaryBody summary(@RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String after) {
		PublicationFigures.Summary summary = figures.summary(today(), Limit.of(limit), after);
		return new SummaryBody(summary.on(), bodies(summary.total(), null),
				summary.agencies().items().stream().map(one -> new AgencyBody(one.agency(), one.name(), bodies(one.counts(), one.agency()))).toList(),
				summary.agencies().next());
	}

	@GetMapping("/{figure}")
	Slice<PublicationFigures.Line> lines(@PathVariable String figure, @RequestParam(required = false) @Nullable String agency, @RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String after) {
		if (agency != null && !agency.matches("[A-Z0-9.]{1,20}")) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/agency", "catalogue.figure-agency")));
		}
		return figures.lines(figure(figure), agency, today(), Limit.of(limit), after);
	}

	private static Map<String, FigureBody> bodies(Map<Figure, Count> counts, @Nullable String agency) {
		Map<String, FigureBody> bodies = new TreeMap<>();
		counts.forEach((figure, count) -> bodies.put(word(figure),
				new FigureBody(count.met(), count.of(), "/api/catalogue/v1/statistics/" + word(figure) + (agency == null ? "" : "?agency=" + agency))));
		return bodies;
	}

	private static Figure figure(String word) {
		for (Figure figure : Figure.values()) {
			if (word(figure).equals(word)) {
				return figure;
			}
		}
		throw new ProblemException(CommonProblem.NOT_FOUND);
	}

	private static String word(Figure figure) {
		return figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
