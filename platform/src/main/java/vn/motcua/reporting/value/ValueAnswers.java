package vn.motcua.reporting.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import vn.motcua.site.Messages;

/** What is answered to whoever sent values. */
@Component
class ValueAnswers {

	private static final int UNPROCESSABLE = 422;

	private final Messages messages;

	ValueAnswers(Messages messages) {
		this.messages = messages;
	}

	ResponseEntity<Map<String, Object>> answer(BulkIntake.Taken taken, Locale locale) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("values", taken.batch().size());
		body.put("sheets", taken.batch().sheets().size());
		body.put("changed", taken.changed());
		body.put("written", taken.written());
		body.put("problemCount", taken.batch().problemCount());
		body.put("problems", problems(taken.batch(), locale));
		return ResponseEntity.status(taken.batch().problemCount() > 0 ? UNPROCESSABLE : 200).body(body);
	}

	List<Map<String, Object>> problems(ValueBatch batch, Locale locale) {
		return batch.problems().stream().map(problem -> said(problem, locale)).toList();
	}

	String words(ValueProblem problem, Locale locale) {
		return messages.text(locale, "problem." + problem.problem().code(), problem.problem().values());
	}

	private Map<String, Object> said(ValueProblem problem, Locale locale) {
		Map<String, Object> said = new LinkedHashMap<>();
		said.put("line", problem.line());
		said.put("pointer", problem.problem().pointer());
		said.put("code", problem.problem().code());
		said.put("message", words(problem, locale));
		if (problem.problem().values().get("nearest") != null) {
			said.put("nearest", problem.problem().values().get("nearest"));
		}
		return said;
	}

}
