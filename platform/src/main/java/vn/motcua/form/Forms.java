package vn.motcua.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.problem.FieldProblem;

/** E-forms of the services: the same rules for pages and for machines. */
public interface Forms {

	/** The form of a service version, parsed once and kept. */
	FormDefinition of(ServiceVersion service);

	/**
	 * Everything wrong with the answers to the pages that apply; pointers start at the answers' root, for example
	 * {@code /child/name}. Unknown members are refused too.
	 * @param on day whose administrative units hold
	 */
	List<FieldProblem> check(FormDefinition form, JsonNode answers, LocalDate on);

	/** As {@link #check}, for the fields of one page or of one repetition only. */
	List<FieldProblem> checkPage(FormDefinition form, String pageId, JsonNode answers, LocalDate on);

	/** Answers with computed fields filled in and fields whose condition does not hold left out. */
	ObjectNode complete(FormDefinition form, JsonNode answers, LocalDate on);

	/**
	 * Reads what a browser posted for one page into a merge patch (RFC 7396) of the answers; text is NFC-normalised and
	 * stripped. Nothing is refused here: wrong values stay readable so that the page can show them with their problem.
	 * @param parameters posted fields by name
	 */
	ObjectNode read(FormDefinition form, String pageId, Map<String, String[]> parameters, JsonNode answers);

	/** Values known of the applicant, put where the form asks for prefill and nothing is answered yet. */
	ObjectNode prefill(FormDefinition form, JsonNode answers, Map<String, String> known);

}
