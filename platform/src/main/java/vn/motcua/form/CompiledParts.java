package vn.motcua.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.kernel.problem.FieldProblem;

/** Parts of forms, worked out from the form and the answers each time. */
@Service
class CompiledParts implements FormParts {

	private final Agencies agencies;

	CompiledParts(Agencies agencies) {
		this.agencies = agencies;
	}

	@Override
	public List<FormPage> pages(FormDefinition form, FormPart part, JsonNode answers, LocalDate on) {
		return asked(form, part, answers, on).pages().stream().filter(page -> page.by().equals(part.by())).toList();
	}

	@Override
	public List<FormPart> signers(FormDefinition form, JsonNode answers, LocalDate on) {
		List<FormPart> signers = new ArrayList<>();
		AskedForm asked = form.signers().isEmpty() ? null : AskedForm.of(form, answers, on);
		for (Signer signer : form.signers()) {
			for (int place = 0; place < asked.people(signer); place++) {
				signers.add(new FormPart(signer.id(), place));
			}
		}
		return signers;
	}

	@Override
	public ObjectNode own(FormDefinition form, FormPart part, JsonNode answers) {
		return new PartAnswers(form, part).own(answers);
	}

	@Override
	public List<FieldProblem> check(FormDefinition form, FormPart part, JsonNode answers, LocalDate on) {
		PartAnswers mine = new PartAnswers(form, part);
		ObjectNode whole = mine.merged(answers, JsonNodeFactory.instance.objectNode());
		List<String> pointers = pointers(form, part);
		return AnswerCheck.of(form, whole, agencies, on, part.by().equals(FormPart.OFFICE)).stream()
			.filter(problem -> problem.pointer().isEmpty() || pointers.stream().anyMatch(at -> under(at, problem.pointer()))).toList();
	}

	@Override
	public List<FieldProblem> strangers(FormDefinition form, FormPart part, JsonNode patch) {
		return new PartAnswers(form, part).strangers(patch);
	}

	@Override
	public ObjectNode merged(FormDefinition form, FormPart part, JsonNode answers, ObjectNode patch) {
		return new PartAnswers(form, part).merged(answers, patch);
	}

	@Override
	public ObjectNode signed(FormDefinition form, FormPart part, JsonNode answers, LocalDate on) {
		return new PartAnswers(form, part).signed(AskedForm.of(form, answers, on).answers());
	}

	@Override
	public ObjectNode read(FormDefinition form, FormPart part, String pageId, Map<String, String[]> parameters, JsonNode answers) {
		FormPage page = CompiledForms.page(form, pageId);
		String each = form.signer(part.by()).map(Signer::each).orElse(null);
		FormField group = page.fields().stream().filter(field -> field.path().equals(each)).findFirst().orElse(null);
		return group == null ? PostedAnswers.patch(page, parameters, answers) : PostedAnswers.repetition(group, part.place(), parameters, answers);
	}

	/** Where the answers of a part stand. */
	private static List<String> pointers(FormDefinition form, FormPart part) {
		String each = form.signer(part.by()).map(Signer::each).orElse(null);
		return form.pages(part).stream().flatMap(page -> page.fields().stream())
			.map(field -> field.path().equals(each) ? field.pointer() + "/" + part.place() : field.pointer()).toList();
	}

	private static boolean under(String at, String pointer) {
		return pointer.equals(at) || pointer.startsWith(at + "/");
	}

	private static AskedForm asked(FormDefinition form, FormPart part, JsonNode answers, LocalDate on) {
		return AskedForm.of(form, answers, on, part.by().equals(FormPart.OFFICE));
	}

}
