package vn.motcua.sdk;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is wrong with one member of what was sent, as the ledger says it.
 *
 * @param pointer JSON pointer of the member, such as {@code /applicant/number}, or the name of a parameter behind a slash; empty for the whole
 * @param rule code of the rule that it breaks
 * @param message a sentence for people
 */
public record FieldProblem(String pointer, String rule, String message) {

	static List<FieldProblem> all(JsonNode errors) {
		List<FieldProblem> problems = new ArrayList<>();
		errors.forEach(error -> problems.add(of(error)));
		return problems;
	}

	static FieldProblem of(JsonNode error) {
		return new FieldProblem(error.path("pointer").asText(""), error.path("code").asText(""), error.path("message").asText(""));
	}

	/**
	 * The member in words of a mapping.
	 * @return for example {@code applicant.number}, empty for the whole
	 */
	public String member() {
		return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
	}

	@Override
	public String toString() {
		return (pointer.isEmpty() ? "" : pointer + " ") + rule + (message.isEmpty() ? "" : ": " + message);
	}

}
