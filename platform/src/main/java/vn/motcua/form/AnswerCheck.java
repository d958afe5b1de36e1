package vn.motcua.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.agency.Agencies;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormDefinition.Kind;
import vn.motcua.kernel.PersonalNumber;
import vn.motcua.kernel.problem.FieldProblem;

/** One check of one set of answers: what is missing, what the schema refuses, what the kind of the question refuses. */
final class AnswerCheck {

	private final AskedForm form;

	private final LocalDate on;

	private final AddressRule addresses;

	private final TreeMap<String, FieldProblem> schema;

	private final List<FieldProblem> problems = new ArrayList<>();

	private AnswerCheck(AskedForm form, Map<String, FieldProblem> schema, Agencies agencies, LocalDate on) {
		this.form = form;
		this.schema = new TreeMap<>(schema);
		this.addresses = new AddressRule(agencies, on);
		this.on = on;
	}

	/** Problems in the order of the form, unknown members last. */
	static List<FieldProblem> of(FormDefinition definition, JsonNode answers, Agencies agencies, LocalDate on) {
		return of(definition, answers, agencies, on, false);
	}

	/** @param office with what officers fill in */
	static List<FieldProblem> of(FormDefinition definition, JsonNode answers, Agencies agencies, LocalDate on, boolean office) {
		List<FieldProblem> passed = AnswerLimits.check(answers);
		if (!passed.isEmpty()) {
			return passed;
		}
		AskedForm form = AskedForm.of(definition, answers, on, office);
		AnswerCheck check = new AnswerCheck(form, SchemaProblems.of(definition.rules().validator(), form.answers()), agencies, on);
		for (FormPage page : form.pages()) {
			page.fields().stream().filter(form::asks).forEach(field -> check.field(field, Paths.get(form.answers(), field.keys()), field.pointer()));
		}
		check.problems.addAll(check.schema.values());
		return List.copyOf(check.problems);
	}

	private void field(FormField field, @Nullable JsonNode answer, String pointer) {
		if (field.kind().silent()) {
			return;
		}
		if (answer == null || CleanAnswers.empty(answer)) {
			missing(field, pointer);
			return;
		}
		FieldProblem found = schema.remove(pointer);
		if (found != null) {
			problems.add(reworded(field, found));
			return;
		}
		kind(field, answer, pointer);
	}

	private void missing(FormField field, String pointer) {
		int fewest = field.kind() == Kind.GROUP ? form.fewest(field, pointer) : 0;
		if (fewest > 0) {
			problems.add(FieldProblem.of(pointer, "form.too-few", "min", fewest));
		}
		else if (field.kind() == Kind.DECLARATION) {
			problems.add(FieldProblem.of(pointer, "form.declaration"));
		}
		else if (field.required()) {
			problems.add(FieldProblem.of(pointer, "form.required"));
		}
	}

	private void kind(FormField field, JsonNode answer, String pointer) {
		switch (field.kind()) {
			case DATE -> DateRule.check(field.schema(), answer, name -> day(name, pointer), false, pointer, problems::add);
			case DATE_OR_YEAR -> DateRule.check(field.schema(), answer, name -> day(name, pointer), true, pointer, problems::add);
			case ADDRESS -> address(field, answer, pointer);
			case PERSON -> parts(field, answer, pointer);
			case GROUP -> repetitions(field, answer, pointer);
			case DECLARATION -> {
				if (!answer.asBoolean(false)) {
					problems.add(FieldProblem.of(pointer, "form.declaration"));
				}
			}
			case CHOICES -> schemaUnder(pointer);
			case LOOKUP -> {
				if (field.lookup() != null && field.lookup().row(answer.asString(""), form.answers(), on).isEmpty()) {
					problems.add(FieldProblem.of(pointer, "form.choice"));
				}
			}
			case TEXT -> {
				if (field.schema().path("format").asString("").equals("personal-number") && !PersonalNumber.isWellFormed(answer.asString(""))) {
					problems.add(FieldProblem.of(pointer, "form.personal-number"));
				}
			}
			case LONG_TEXT, NUMBER, MONEY, CHOICE, YES_NO, FILE, COMPUTED -> {
			}
		}
	}

	/** Today, another date of the form, or ({@code item.from}) one of the same repetition. */
	private @Nullable LocalDate day(String name, String pointer) {
		if (name.equals(DateRule.TODAY)) {
			return on;
		}
		JsonNode other = name.startsWith("item.") ? form.answers().at(pointer.substring(0, pointer.lastIndexOf('/')) + name.substring("item".length()).replace('.', '/'))
				: Paths.get(form.answers(), List.of(name.split("\\.")));
		return other == null ? null : DateRule.date(other.asString(""));
	}

	private void address(FormField field, JsonNode answer, String pointer) {
		int before = problems.size();
		schemaUnder(pointer);
		if (problems.size() == before) {
			addresses.check(field, answer, pointer, problems::add);
		}
	}

	private void parts(FormField field, JsonNode answer, String pointer) {
		field.fields().forEach(part -> field(part, answer.get(part.path()), pointer + "/" + part.path()));
	}

	private void repetitions(FormField group, JsonNode answer, String pointer) {
		int fewest = form.fewest(group, pointer);
		if (answer.size() < fewest) {
			problems.add(FieldProblem.of(pointer, "form.too-few", "min", fewest));
		}
		for (int index = 0; index < answer.size(); index++) {
			JsonNode repetition = answer.get(index);
			String place = pointer + "/" + index;
			FieldProblem found = schema.remove(place);
			if (found != null) {
				problems.add(found);
				continue;
			}
			for (FormField part : group.fields()) {
				String at = place + "/" + part.path();
				if (form.asks(at)) {
					field(part, repetition.get(part.path()), at);
				}
			}
		}
	}

	/** Takes over what the schema found below a pointer. */
	private void schemaUnder(String pointer) {
		Map<String, FieldProblem> below = schema.subMap(pointer + "/", pointer + "0");
		problems.addAll(below.values());
		below.clear();
	}

	private static FieldProblem reworded(FormField field, FieldProblem found) {
		return switch (field.kind()) {
			case DATE, DATE_OR_YEAR -> FieldProblem.of(found.pointer(), "form.date");
			case CHOICE, YES_NO -> FieldProblem.of(found.pointer(), "form.choice");
			case DECLARATION -> FieldProblem.of(found.pointer(), "form.declaration");
			default -> found;
		};
	}

}
