package vn.motcua.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.feel.AreaRule;
import vn.motcua.file.StoredFile;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.kernel.problem.FieldProblem;

/** E-forms of the services: the same rules for pages and for machines. */
public interface Forms {

	/** Forms for tools that work without the program. */
	static Forms standing(Agencies agencies, AreaRule areas) {
		return new CompiledForms(agencies, areas, java.time.Clock.systemUTC());
	}

	/** The form of a service version, parsed once and kept. */
	FormDefinition of(ServiceVersion service);

	/** The pages that apply to these answers, of the applicant and of signers, in the order of the task list. */
	List<FormPage> pages(FormDefinition form, JsonNode answers, LocalDate on);

	/**
	 * Everything wrong with the answers to the pages that apply; pointers start at the answers' root, for example
	 * {@code /child/name}. Unknown members are refused too.
	 * @param on day whose administrative units hold
	 */
	List<FieldProblem> check(FormDefinition form, JsonNode answers, LocalDate on);

	/** As {@link #check}, for the fields of one page only. */
	List<FieldProblem> checkPage(FormDefinition form, String pageId, JsonNode answers, LocalDate on);

	/** Answers in NFC with computed fields filled in and everything that is not asked left out. */
	ObjectNode complete(FormDefinition form, JsonNode answers, LocalDate on);

	/**
	 * Reads what a browser posted for one page into a merge patch (RFC 7396) of the answers; text is NFC-normalised and
	 * stripped. Nothing is refused here: wrong values stay readable so that the page can show them with their problem.
	 * @param parameters posted fields by name
	 */
	ObjectNode read(FormDefinition form, String pageId, Map<String, String[]> parameters, JsonNode answers);

	/**
	 * Whether the person is still on the page after this post: a button asked for districts or for another repetition, or
	 * the answers brought up questions that were not on the page. Then the page is drawn again without problems.
	 * @param answers with the patch of {@link #read} applied
	 */
	boolean again(FormDefinition form, String pageId, Map<String, String[]> parameters, JsonNode answers, LocalDate on);

	/** Values known of the person, put where their part asks for prefill and nothing is answered yet. */
	ObjectNode prefill(FormDefinition form, FormPart part, JsonNode answers, Known known);

	/** Answers in which every question that a register alone decides holds what the register says, where it answered. */
	ObjectNode bound(FormDefinition form, JsonNode answers, Known known);

	/** A page ready to be drawn by {@code form/page.jte}. */
	PageView view(FormDefinition form, String pageId, Sheet sheet);

	/** The answers to the pages that apply, in words, ready to be drawn by {@code form/answers.jte}. */
	List<AnsweredPage> answered(FormDefinition form, JsonNode answers, Map<String, List<StoredFile>> files, LocalDate on);

	/** As {@link #answered}, with what officers filled in: for officers only. */
	List<AnsweredPage> answeredWithOffice(FormDefinition form, JsonNode answers, Map<String, List<StoredFile>> files, LocalDate on);

}
