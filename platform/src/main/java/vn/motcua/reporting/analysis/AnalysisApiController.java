package vn.motcua.reporting.analysis;

import java.io.IOException;
import java.util.Locale;

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

	private final AnswerWriting writing;

	AnalysisApiController(QuestionReader questions, Analyst analyst, AnswerWriting writing) {
		this.questions = questions;
		this.analyst = analyst;
		this.writing = writing;
	}

	@GetMapping("/analysis")
	@Answers(body = Object.class)
	void analysis(HttpServletRequest request, HttpServletResponse response, Locale language) throws IOException {
		writing.write(analyst.answer(questions.read(request.getParameterMap())), request, response, language);
	}

}
