package vn.motcua.exchange.sync;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.LedgerSync;
import vn.motcua.dossier.SyncOutcome;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.Messages;

/** One line of answer for each line of a batch, and refusals in the reader's language. */
@Component
class SyncAnswers {

	private final Messages messages;

	private final JsonMapper json;

	SyncAnswers(Messages messages, JsonMapper json) {
		this.messages = messages;
		this.json = json;
	}

	byte[] taken(Intake.Taken taken, Locale locale) {
		StringBuilder answer = new StringBuilder(taken.outcomes().size() * 90);
		for (int i = 0; i < taken.outcomes().size(); i++) {
			answer.append(json.writeValueAsString(said(i, taken.batch().lines().get(i), taken.outcomes().get(i), locale))).append('\n');
		}
		return answer.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** As {@link #taken}, with all findings of a line under {@code errors}. */
	byte[] tried(Intake.TriedOut triedOut, Locale locale) {
		StringBuilder answer = new StringBuilder();
		for (int i = 0; i < triedOut.tried().size(); i++) {
			Map<String, Object> said = said(i, triedOut.batch().lines().get(i), triedOut.tried().get(i).outcome(), locale);
			List<FieldProblem> findings = triedOut.tried().get(i).findings();
			if (!findings.isEmpty()) {
				said.put("errors", findings.stream().map(finding -> error(finding, locale)).toList());
			}
			answer.append(json.writeValueAsString(said)).append('\n');
		}
		return answer.toString().getBytes(StandardCharsets.UTF_8);
	}

	Map<String, String> error(FieldProblem problem, Locale locale) {
		Map<String, String> error = new LinkedHashMap<>();
		error.put("pointer", problem.pointer());
		error.put("code", problem.code());
		error.put("message", messages.text(locale, "problem." + problem.code(), problem.values()));
		return error;
	}

	private Map<String, Object> said(int place, LedgerSync.Arrived arrived, SyncOutcome outcome, Locale locale) {
		SyncedLine line = arrived.line();
		Map<String, Object> said = new LinkedHashMap<>();
		said.put("line", place + 1);
		if (line != null) {
			said.put("seq", line.seq());
			said.put("code", line.code().value());
		}
		said.put("result", outcome.result().name().toLowerCase(Locale.ROOT));
		if (outcome.problem() != null) {
			said.put("error", error(outcome.problem(), locale));
		}
		return said;
	}

}
