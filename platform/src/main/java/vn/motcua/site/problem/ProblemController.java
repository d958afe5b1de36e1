package vn.motcua.site.problem;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import vn.motcua.kernel.access.PublicAccess;

/** Answers for what fails outside the handlers: in filters, while a page is drawn, in the server itself. */
@Controller
class ProblemController implements ErrorController {

	private static final Logger LOG = LoggerFactory.getLogger(ProblemController.class);

	private final ProblemAnswers answers;

	ProblemController(ProblemAnswers answers) {
		this.answers = answers;
	}

	@RequestMapping("/error")
	@PublicAccess
	void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		Problem problem = thrown instanceof Throwable failure ? Problems.of(failure)
				: Problem.of(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404);
		if (thrown instanceof IOException lost && Problems.gone(lost)) {
			answers.write(Problem.of(400), request, response);
			return;
		}
		if (thrown instanceof Throwable failure && problem.status() >= 500) {
			LOG.error("{} failed", request.getMethod(), failure);
		}
		answers.write(problem, request, response);
	}

}
