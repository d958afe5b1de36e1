package vn.motcua.reporting.analysis;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Indicators;

/** The figures for people: choosing, looking, taking away, and going down to where a figure comes from. */
@Controller
@RequiresPermission(Permission.REPORT_VIEW)
class AnalysisController {

	private final QuestionReader questions;

	private final Analyst analyst;

	private final Indicators indicators;

	private final Lineage lineage;

	private final Derivation derivation;

	private final AnswerWriting writing;

	private final Clock clock;

	AnalysisController(QuestionReader questions, Analyst analyst, Indicators indicators, Lineage lineage, Derivation derivation, AnswerWriting writing, Clock clock) {
		this.questions = questions;
		this.analyst = analyst;
		this.indicators = indicators;
		this.lineage = lineage;
		this.derivation = derivation;
		this.writing = writing;
		this.clock = clock;
	}

	@GetMapping("/bao-cao/phan-tich")
	String page(HttpServletRequest request, HttpServletResponse response, Model model) {
		Map<String, String[]> given = request.getParameterMap();
		AnalysisForm form = AnalysisForm.of(given, indicators.all(), LocalDate.now(clock.withZone(vn.motcua.site.Page.ZONE)));
		List<FieldProblem> problems = new ArrayList<>(AnalysisForm.problems(given));
		@Nullable Answer answer = null;
		if (!form.chosen().isEmpty() || given.containsKey("indicator") || given.containsKey("periodType") && form.search().isEmpty()) {
			Question question = questions.read(given, problems);
			answer = problems.isEmpty() ? answered(question, form, problems) : null;
		}
		if (!problems.isEmpty()) {
			response.setStatus(422);
		}
		model.addAttribute("form", form);
		model.addAttribute("problems", problems);
		model.addAttribute("view", answer == null ? null : AnalysisView.of(answer, form));
		return "reporting/analysis/page";
	}

	@GetMapping("/bao-cao/phan-tich/tai-ve")
	void file(HttpServletRequest request, HttpServletResponse response, Locale language) throws IOException {
		writing.write(analyst.answer(questions.read(request.getParameterMap())), request, response, language);
	}

	@GetMapping("/bao-cao/so-lieu/{indicator}/{period}/{agency}")
	String lines(@PathVariable String indicator, @PathVariable String period, @PathVariable String agency, HttpServletRequest request,
			@RequestParam(name = "sau", defaultValue = "0") int after, @CurrentActor Actor actor, Model model) {
		@Nullable DerivedView derived = derivation.of(indicator, period, agency, request.getParameterMap());
		if (derived != null) {
			model.addAttribute("view", derived);
			return "reporting/analysis/derived";
		}
		model.addAttribute("view", lineage.of(indicator, period, agency, request.getParameterMap(), after, actor));
		return "reporting/analysis/lines";
	}

	private @Nullable Answer answered(Question question, AnalysisForm form, List<FieldProblem> problems) {
		try {
			Answer answer = analyst.answer(question);
			form.period(answer).ifPresent(problems::add);
			return problems.isEmpty() ? answer : null;
		}
		catch (ProblemException refused) {
			if (refused.fields().isEmpty()) {
				throw refused;
			}
			problems.addAll(refused.fields());
			return null;
		}
	}

}
