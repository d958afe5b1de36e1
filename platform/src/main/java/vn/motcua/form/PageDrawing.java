package vn.motcua.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import vn.motcua.agency.Agencies;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormDefinition.Kind;
import vn.motcua.form.PageView.FieldView;
import vn.motcua.form.PageView.LookupView;
import vn.motcua.form.PageView.RepetitionView;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.component.DateParts;

/** Makes a {@link PageView}: each asked question with its answer as it was given, right or wrong. */
final class PageDrawing {

	/** Rows of a table shown at once. */
	private static final int MOST_ROWS = 15;

	private final AskedForm form;

	private final Sheet sheet;

	private final JsonNode answers;

	private final Map<String, FieldProblem> problems = new HashMap<>();

	private final AddressDrawing addresses;

	PageDrawing(AskedForm form, Sheet sheet, Agencies agencies) {
		this.form = form;
		this.sheet = sheet;
		this.answers = sheet.answers();
		sheet.problems().forEach(problem -> this.problems.putIfAbsent(problem.pointer(), problem));
		this.addresses = new AddressDrawing(agencies, sheet.on(), this.problems);
	}

	/** @param each the group of which one person fills in one repetition, {@code null} for none */
	PageView page(FormPage page, @Nullable String each) {
		List<FieldView> fields = new ArrayList<>();
		for (FormField field : page.fields()) {
			if (form.asks(field) && field.path().equals(each) && sheet.place() != Sheet.EVERY_PLACE) {
				JsonNode items = Paths.get(answers, field.keys());
				JsonNode item = items != null && items.isArray() && items.has(sheet.place()) ? items.get(sheet.place()) : MissingNode.getInstance();
				fields.addAll(parts(field, field.path() + "." + sheet.place(), field.pointer() + "/" + sheet.place(), item));
			}
			else if (form.asks(field) && field.kind() != Kind.COMPUTED) {
				fields.add(field(field, field.path(), field.pointer(), Paths.get(answers, field.keys())));
			}
		}
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
				field.kind() == Kind.PERSON ? personParts(field, name, pointer, answer) : List.of(),
				field.kind() == Kind.GROUP ? repetitions(field, name, pointer, answer) : List.of(),
				field.component() == null ? List.of() : sheet.files().getOrDefault(field.component().id(), List.of()), problem,
				field.lookup() == null ? null : lookup(field.lookup(), name, answer.asString("")), sheet.known().origin(field, answer));
	}

	/** The row chosen before stays in sight; others are found by what was typed, or all of them stand there when they are few. */
	private LookupView lookup(Lookup lookup, String name, String answer) {
		String[] posted = sheet.typed().getOrDefault(name + PostedAnswers.FIND, new String[0]);
		String typed = posted.length == 0 ? "" : CleanAnswers.text(posted[posted.length - 1]);
		Lookup.Found found = lookup.find(typed, form.answers(), sheet.on(), MOST_ROWS);
		boolean hidden = typed.isEmpty() && found.more() > 0;
		Lookup.Row chosen = answer.isEmpty() ? null : lookup.row(answer, form.answers(), sheet.on()).orElse(null);
		return new LookupView(typed, hidden ? lookup.beside() : found.rows(), chosen, found.more());
	}

	private List<FieldView> personParts(FormField person, String name, String pointer, JsonNode answer) {
		return person.fields().stream()
			.map(part -> field(part, name + "." + part.path(), pointer + "/" + part.path(), answer.get(part.path()))).toList();
	}

	/** The questions of one repetition. */
	private List<FieldView> parts(FormField group, String place, String pointer, JsonNode item) {
		return group.fields().stream().filter(part -> form.asks(pointer + "/" + part.path()) && part.kind() != Kind.COMPUTED)
			.map(part -> field(part, place + "." + part.path(), pointer + "/" + part.path(), item.get(part.path()))).toList();
	}

	private List<RepetitionView> repetitions(FormField group, String name, String pointer, JsonNode answer) {
		int count = Math.max(answer.isArray() ? answer.size() : 0, form.fewest(group, pointer));
		List<RepetitionView> repetitions = new ArrayList<>();
		for (int at = 0; at < Math.min(count, AnswerLimits.MOST_REPETITIONS); at++) {
			JsonNode item = answer.isArray() && answer.has(at) ? answer.get(at) : MissingNode.getInstance();
			String place = name + "." + at;
			repetitions.add(new RepetitionView(at + 1, place, parts(group, place, pointer + "/" + at, item)));
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
