package vn.motcua.exchange.mapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.Messages;

/** Puts answers into {@code error_code, message, result}. */
@Component
class MapiReply {

	private final Messages messages;

	MapiReply(Messages messages) {
		this.messages = messages;
	}

	/** What became of one record. */
	record Said(String code, MapiCode answer, String result, List<FieldProblem> problems) {
	}

	Map<String, Object> done(List<?> result, Locale locale) {
		Map<String, Object> reply = answer(MapiCode.DONE, words(MapiCode.DONE, locale));
		reply.put("result", result);
		return reply;
	}

	Map<String, Object> session(String session, Locale locale) {
		Map<String, Object> reply = answer(MapiCode.DONE, words(MapiCode.DONE, locale));
		reply.put("session", session);
		return reply;
	}

	Map<String, Object> refused(MapiRefusal refusal, Locale locale) {
		Map<String, Object> reply = answer(refusal.code(), messages.text(locale, refusal.words(), refusal.values()));
		reply.put("code", refusal.words());
		reply.put("result", List.of());
		return reply;
	}

	/** The call as a whole has the code of the first record that is not done. */
	Map<String, Object> records(List<Said> records, Locale locale) {
		Said first = records.stream().filter(said -> said.answer() != MapiCode.DONE).findFirst().orElse(null);
		Map<String, Object> reply = first == null ? answer(MapiCode.DONE, words(MapiCode.DONE, locale)) : answer(first.answer(), message(first, locale));
		reply.put("result", records.stream().map(said -> record(said, locale)).toList());
		return reply;
	}

	private Map<String, Object> record(Said said, Locale locale) {
		Map<String, Object> record = new LinkedHashMap<>();
		record.put("MaHoSo", said.code());
		record.put("error_code", said.answer().number());
		record.put("message", message(said, locale));
		record.put("result", said.result());
		if (!said.problems().isEmpty()) {
			record.put("errors", said.problems().stream().map(problem -> Map.of("field", problem.pointer(), "code", problem.code(), "message", words(problem, locale))).toList());
		}
		return record;
	}

	private String message(Said said, Locale locale) {
		if (said.problems().isEmpty()) {
			return words(said.answer(), locale);
		}
		FieldProblem problem = said.problems().getFirst();
		String field = problem.pointer().isEmpty() ? "" : problem.pointer().substring(1) + ": ";
		return said.code() + ": " + field + words(problem, locale);
	}

	private String words(FieldProblem problem, Locale locale) {
		return messages.text(locale, "problem." + problem.code(), problem.values());
	}

	private String words(MapiCode code, Locale locale) {
		return messages.text(locale, "exchange.mapi." + code.number());
	}

	private static Map<String, Object> answer(MapiCode code, String message) {
		Map<String, Object> reply = new LinkedHashMap<>();
		reply.put("error_code", code.number());
		reply.put("message", message);
		return reply;
	}

}
