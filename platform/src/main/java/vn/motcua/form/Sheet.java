package vn.motcua.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import vn.motcua.file.StoredFile;
import vn.motcua.kernel.problem.FieldProblem;

/**
 * What a page of a form is drawn with.
 *
 * @param on day whose administrative units hold
 * @param problems as answered by a check; those of other pages are ignored
 * @param files what is uploaded, by component id
 * @param typed what was posted, for what is no answer: words looked for in a table
 * @param known what is known of the person, to say where an answer came from
 * @param place which of several signers fills it in, from 0; {@link #EVERY_PLACE} where one person writes for all of them, as at the desk
 */
public record Sheet(JsonNode answers, LocalDate on, List<FieldProblem> problems, Map<String, List<StoredFile>> files, Map<String, String[]> typed,
		Known known, int place) {

	public static final int EVERY_PLACE = -1;

	public static Sheet of(JsonNode answers, LocalDate on) {
		return new Sheet(answers, on, List.of(), Map.of(), Map.of(), Known.NOTHING, EVERY_PLACE);
	}

	public Sheet with(List<FieldProblem> found) {
		return new Sheet(answers, on, found, files, typed, known, place);
	}

	public Sheet with(Map<String, List<StoredFile>> uploaded, Map<String, String[]> posted) {
		return new Sheet(answers, on, problems, uploaded, posted, known, place);
	}

	public Sheet with(Known things) {
		return new Sheet(answers, on, problems, files, typed, things, place);
	}

	public Sheet of(FormPart part) {
		return new Sheet(answers, on, problems, files, typed, known, part.place());
	}

}
