package vn.motcua.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import vn.motcua.agency.Agencies;
import vn.motcua.file.StoredFile;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormDefinition.Kind;
import vn.motcua.form.PageView.FieldView;
import vn.motcua.form.PageView.RepetitionView;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.component.DateParts;

/** Makes a {@link PageView}: each asked question with its answer as it was given, right or wrong. */
final class PageDrawing {

	private final AskedForm form;

	private final JsonNode answers;

	private final Map<String, FieldProblem> problems = new HashMap<>();

	private final Map<String, List<StoredFile>> files;

	private final AddressDrawing addresses;

	PageDrawing(AskedForm form, JsonNode answers, List<FieldProblem> problems, Map<String, List<StoredFile>> files, Agencies agencies, LocalDate on) {
		this.form = form;
		this.answers = answers;
		this.files = files;
		problems.forEach(problem -> this.problems.putIfAbsent(problem.pointer(), problem));
		this.addresses = new AddressDrawing(agencies, on, this.problems);
	}

	PageView page(FormPage page) {
		List<FieldView> fields = page.fields().stream().filter(field -> form.asks(field) && field.kind() != Kind.COMPUTED)
			.map(field -> field(field, field.path(), field.pointer(), Paths.get(answers, field.keys()))).toList();
		return new PageView(page, fields, List.copyOf(PostedAnswers.questions(page, form)));
	}

	private FieldView field(FormField field, String name, String pointer, @Nullable JsonNode given) {
		JsonNode answer = given == null ? MissingNode.getInstance() : given;
		FieldProblem problem = problems.get(pointer);
		if (problem == null && field.component() != null) {
			problem = problems.get("/files/" + field.component().id());
		}
		boolean dated = field.kind() == Kind.DATE || field.kind() == Kind.DATE_OR_YEAR;
		return new FieldView(field, name, answer.isValueNode() ? answer.asString("") : "", chosen(answer), dated ? date(answer.asString("")) : DateParts.NONE,
				field.kind() == Kind.ADDRESS ? addresses.view(field, name, pointer, answer) : null,
				field.kind() == Kind.PERSON ? parts(field, name, pointer, answer) : List.of(),
				field.kind() == Kind.GROUP ? repetitions(field, name, pointer, answer) : List.of(),
				field.component() == null ? List.of() : files.getOrDefault(field.component().id(), List.of()), problem);
	}

	private List<FieldView> parts(FormField person, String name, String pointer, JsonNode answer) {
		return person.fields().stream()
			.map(part -> field(part, name + "." + part.path(), pointer + "/" + part.path(), answer.get(part.path()))).toList();
	}

	private List<RepetitionView> repetitions(FormField group, String name, String pointer, JsonNode answer) {
		int count = Math.max(answer.isArray() ? answer.size() : 0, group.schema().path("minItems").asInt(0));
		List<RepetitionView> repetitions = new ArrayList<>();
		for (int at = 0; at < Math.min(count, AnswerLimits.MOST_REPETITIONS); at++) {
			JsonNode item = answer.isArray() && answer.has(at) ? answer.get(at) : MissingNode.getInstance();
			String place = name + "." + at;
			String itemPointer = pointer + "/" + at;
			List<FieldView> fields = group.fields().stream().filter(part -> form.asks(part, item, group) && part.kind() != Kind.COMPUTED)
				.map(part -> field(part, place + "." + part.path(), itemPointer + "/" + part.path(), item.get(part.path()))).toList();
			repetitions.add(new RepetitionView(at + 1, place, fields));
		}
		return repetitions;
	}

	private static List<String> chosen(JsonNode answer) {
		List<String> chosen = new ArrayList<>();
		if (answer.isArray()) {
			answer.forEach(value -> chosen.add(value.asString("")));
		}
		else if (answer.isValueNode()) {
			chosen.add(answer.asString(""));
		}
		return chosen;
	}

	/** Day, month and year of an ISO date, or whatever was typed into the three inputs. */
	private static DateParts date(String text) {
		DateParts iso = DateParts.ofIso(text);
		if (!iso.equals(DateParts.NONE) || text.isEmpty()) {
			return iso;
		}
		String[] parts = text.split("-", 3);
		return new DateParts(parts.length > 2 ? parts[2] : "", parts.length > 1 ? parts[1] : "", parts[0]);
	}

}
