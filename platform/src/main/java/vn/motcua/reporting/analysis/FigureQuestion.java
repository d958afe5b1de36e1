package vn.motcua.reporting.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** The question that one figure answers, from the address of what is behind it: {@link LinesAddress}. */
@Component
class FigureQuestion {

	private final QuestionReader questions;

	FigureQuestion(QuestionReader questions) {
		this.questions = questions;
	}

	/** @throws ProblemException when there is no such period, or a parameter cannot be read */
	Question of(String indicator, String period, String agency, Map<String, String[]> given) {
		Spans.Named span = Spans.named(period).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		Map<String, String[]> asked = new HashMap<>(given);
		asked.keySet().retainAll(Set.of("breakdown", "asOf", "regime", "figure"));
		asked.put("indicator", new String[] { indicator });
		asked.put("agency", new String[] { agency });
		asked.put("from", new String[] { span.from().toString() });
		asked.put("to", new String[] { span.to().toString() });
		asked.put("periodType", new String[] { span.type().name() });
		return questions.read(asked);
	}

}
