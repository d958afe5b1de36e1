package vn.motcua.form;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.file.StoredFile;
import vn.motcua.site.component.DateParts;

/**
 * A page of a form with its answers and problems, ready to be drawn.
 *
 * @param shown paths of the questions on it
 */
public record PageView(FormPage page, List<FieldView> fields, List<String> shown) {

	/** Whether something is uploaded here, so that the form must be sent as parts. */
	public boolean uploads() {
		return fields.stream().anyMatch(field -> field.field().kind() == FormDefinition.Kind.FILE);
	}

	public boolean failed() {
		return fields.stream().anyMatch(FieldView::failed);
	}

	/** Every problem with the input it belongs to, in the order of the page. */
	public List<FieldView> problems() {
		return fields.stream().flatMap(field -> field.all().stream()).filter(field -> field.problem() != null).toList();
	}

	/**
	 * One question.
	 *
	 * @param name of its input
	 * @param text answer as text, empty for none
	 * @param chosen chosen values of a choice
	 * @param parts parts of a person
	 * @param repetitions of a group
	 * @param lookup rows to choose from
	 * @param origin where the answer came from, {@code null} when the person gave it
	 */
	public record FieldView(FormField field, String name, String text, List<String> chosen, DateParts date, @Nullable AddressView address,
			List<FieldView> parts, List<RepetitionView> repetitions, List<StoredFile> files, @Nullable FieldProblem problem,
			@Nullable LookupView lookup, @Nullable Origin origin) {

		/** A question with a problem and nothing else, for a part of an answer. */
		static FieldView failure(FormField field, String name, FieldProblem problem) {
			return new FieldView(field, name, "", List.of(), DateParts.NONE, null, List.of(), List.of(), List.of(), problem, null, null);
		}

		/** Most options that are drawn as radios; more become a list. */
		private static final int MOST_RADIOS = 8;

		public boolean failed() {
			return all().stream().anyMatch(field -> field.problem() != null);
		}

		public boolean radios() {
			return field.options().size() <= MOST_RADIOS;
		}

		/** What a register holds is shown and cannot be changed here. */
		public boolean fixed() {
			return origin != null && origin.fixed();
		}

		/** Whether the group stands in a repetition of another. */
		public boolean inner() {
			return name.matches(".*\\.\\d+\\..*");
		}

		/** Longest text that is taken, {@code null} where the form sets no limit. */
		public @Nullable Integer maxLength() {
			return field.schema().path("maxLength").isIntegralNumber() ? Integer.valueOf(field.schema().path("maxLength").asInt()) : null;
		}

		public boolean canAdd() {
			return repetitions.size() < field.schema().path("maxItems").asInt(AnswerLimits.MOST_REPETITIONS);
		}

		public boolean canRemove() {
			return repetitions.size() > field.schema().path("minItems").asInt(0);
		}

		/** This question and those inside it. */
		List<FieldView> all() {
			java.util.ArrayList<FieldView> all = new java.util.ArrayList<>(List.of(this));
			parts.forEach(part -> all.addAll(part.all()));
			if (address != null) {
				all.addAll(address.failures());
			}
			repetitions.forEach(repetition -> repetition.fields().forEach(field -> all.addAll(field.all())));
			return all;
		}

	}

	/**
	 * Choosing from a table.
	 *
	 * @param typed what was looked for
	 * @param chosen the row of the present answer, {@code null} for none
	 * @param more how many rows fit beside those shown
	 */
	public record LookupView(String typed, List<Lookup.Row> rows, Lookup.@Nullable Row chosen, int more) {

		/** No row of the table holds what was typed. */
		public boolean nothing() {
			return rows.stream().allMatch(row -> row.cells().isEmpty());
		}

	}

	/** @param number from 1 */
	public record RepetitionView(int number, String name, List<FieldView> fields) {
	}

	/**
	 * The four parts of an address. Lists are empty until the unit above is chosen.
	 *
	 * @param failures the parts with a problem
	 */
	public record AddressView(String province, String district, String commune, String line, List<UnitOption> provinces,
			List<UnitOption> districts, List<UnitOption> communes, boolean districtsExist, boolean lineRequired, List<FieldView> failures) {

		public @Nullable FieldProblem problem(String part) {
			return failures.stream().filter(view -> view.name().endsWith("." + part)).map(FieldView::problem).findFirst().orElse(null);
		}

	}

	public record UnitOption(String code, int id, LocalizedText name) {
	}

}
