package vn.motcua.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.kernel.problem.FieldProblem;

/** Forms that several people fill in: who fills in what, and what each of them signs. */
public interface FormParts {

	/** The pages of a part that apply, in order. */
	List<FormPage> pages(FormDefinition form, FormPart part, JsonNode answers, LocalDate on);

	/** Everybody besides the applicant who has to sign, given these answers. */
	List<FormPart> signers(FormDefinition form, JsonNode answers, LocalDate on);

	/** The answers of a part; for one of several signers those of their repetition alone. */
	ObjectNode own(FormDefinition form, FormPart part, JsonNode answers);

	/** Everything wrong with the answers of a part; pointers start at the root of all answers. */
	List<FieldProblem> check(FormDefinition form, FormPart part, JsonNode answers, LocalDate on);

	/** What a patch would change that somebody else fills in, each with {@code form.other-part}; for signers also what no page has, with {@code form.unknown}. */
	List<FieldProblem> strangers(FormDefinition form, FormPart part, JsonNode patch);

	/** All answers with a patch (RFC 7396) of a part taken in. */
	ObjectNode merged(FormDefinition form, FormPart part, JsonNode answers, ObjectNode patch);

	/** What somebody signs: {@code own}, their answers, and {@code seen}, the applicant's answers they were shown. */
	ObjectNode signed(FormDefinition form, FormPart part, JsonNode answers, LocalDate on);

	/** Reads what a browser posted for a page of a part into a patch of that part. */
	ObjectNode read(FormDefinition form, FormPart part, String pageId, Map<String, String[]> parameters, JsonNode answers);

}
