package vn.motcua.reporting.analysis;

import java.io.IOException;
import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.site.Answers;

/** Questions to the figures over the interface: one address, four forms of the answer. */
@RestController
@RequestMapping("/api/reporting/v1")
@RequiresPermission(Permission.REPORT_VIEW)
class AnalysisApiController {

	private final QuestionReader questions;

	private final Analyst analyst;

	private final Clock clock;

	AnalysisApiController(QuestionReader questions, Analyst analyst, Clock clock) {
		this.questions = questions;
		this.analyst = analyst;
		this.clock = clock;
	}

	@GetMapping("/analysis")
	@Answers(body = Object.class)
	void analysis(HttpServletRequest request, HttpServletResponse response) throws IOException {
		AnswerForm form = AnswerForm.of(request);
		Answer answer = analyst.answer(questions.read(request.getParameterMap()));
		form.write(answer, response, clock.instant());
	}

}
