package vn.motcua.dossier.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.Forms;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;

/**
 * Puts the answers to one form into another: what the new form still takes stays as it was typed, what it newly refuses goes.
 * An answer that was wrong already stays, so that nothing half-typed is lost.
 */
final class DraftFit {

	private static final int PASSES = 3;

	private final Forms forms;

	private final FormDefinition before;

	private final FormDefinition after;

	private final LocalDate on;

	DraftFit(Forms forms, FormDefinition before, FormDefinition after, LocalDate on) {
		this.forms = forms;
		this.before = before;
		this.after = after;
		this.on = on;
	}

	/** @param dropped questions whose answers were taken out; {@code missing}: questions that newly need an answer */
	record Fitted(ObjectNode answers, List<LocalizedText> dropped, List<LocalizedText> missing) {
	}

	Fitted fit(ObjectNode answers) {
		List<FieldProblem> problemsBefore = forms.check(before, answers, on);
		Set<String> wrongBefore = problemsBefore.stream().map(problem -> problem.pointer() + " " + problem.code()).collect(Collectors.toSet());
		ObjectNode kept = answers.deepCopy();
		Set<LocalizedText> dropped = new LinkedHashSet<>();
		for (int pass = 0; pass < PASSES; pass++) {
			List<FieldProblem> unfit = forms.check(after, kept, on).stream().filter(problem -> !wrongBefore.contains(problem.pointer() + " " + problem.code()))
				.filter(problem -> unfit(kept, problem)).toList();
			unfit.forEach(problem -> {
				dropped.add(label(problem.pointer()));
				remove(kept, problem.pointer());
			});
			if (unfit.isEmpty()) {
				break;
			}
		}
		return new Fitted(kept, List.copyOf(dropped), missing(kept, problemsBefore));
	}

	/** An answer is there, and it is one value, or one of a question that is gone. */
	private static boolean unfit(ObjectNode answers, FieldProblem problem) {
		if (problem.pointer().isEmpty()) {
			return false;
		}
		JsonNode answer = answers.at(problem.pointer());
		boolean values = answer.isArray() && !answer.isEmpty() && answer.valueStream().noneMatch(JsonNode::isContainer);
		return !answer.isMissingNode() && !answer.isNull() && (problem.code().equals("form.unknown") || answer.isValueNode() || values || answer.isObject() && problem.code().equals("form.text"));
	}

	private List<LocalizedText> missing(ObjectNode kept, List<FieldProblem> problemsBefore) {
		Set<String> openBefore = new HashSet<>();
		problemsBefore.forEach(problem -> openBefore.add(problem.pointer()));
		List<LocalizedText> missing = new ArrayList<>();
		forms.check(after, kept, on).stream().filter(problem -> !openBefore.contains(problem.pointer())).map(problem -> label(problem.pointer())).distinct().forEach(missing::add);
		return missing;
	}

	private static void remove(ObjectNode answers, String pointer) {
		JsonPointer at = JsonPointer.compile(pointer);
		JsonNode parent = answers.at(at.head());
		if (parent instanceof ObjectNode object) {
			object.remove(at.last().getMatchingProperty());
		}
		else if (parent instanceof ArrayNode array && at.last().getMatchingIndex() >= 0) {
			array.remove(at.last().getMatchingIndex());
		}
	}

	/** The question at a pointer, by the new form or the old; the pointer itself where neither asks it. */
	private LocalizedText label(String pointer) {
		String path = pointer.substring(1).replaceAll("/\\d+(?=/|$)", "").replace('/', '.');
		return label(after, path).or(() -> label(before, path)).orElseGet(() -> LocalizedText.same(path.isBlank() ? "–" : path));
	}

	private static Optional<LocalizedText> label(FormDefinition form, String path) {
		return form.pages().stream().flatMap(page -> page.fields().stream()).flatMap(DraftFit::withParts)
			.filter(named -> path.equals(named.path()) || path.startsWith(named.path() + ".")).max(java.util.Comparator.comparingInt(named -> named.path().length()))
			.map(Named::label);
	}

	private record Named(String path, LocalizedText label) {
	}

	private static Stream<Named> withParts(FormField field) {
		return Stream.concat(Stream.of(new Named(field.path(), field.label())),
				field.fields().stream().map(part -> new Named(field.path() + "." + part.path(), part.label())));
	}

}
