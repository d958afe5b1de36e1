package vn.motcua.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormDefinition.Kind;
import vn.motcua.kernel.problem.FieldProblem;

/** The answers of one part of a form: which they are, what may be written there, what is signed there. */
final class PartAnswers {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final FormDefinition form;

	private final FormPart part;

	private final @Nullable String each;

	PartAnswers(FormDefinition form, FormPart part) {
		this.form = form;
		this.part = part;
		this.each = form.signer(part.by()).map(Signer::each).orElse(null);
	}

	/** The answers of the part; for one of several signers their repetition alone. */
	ObjectNode own(JsonNode answers) {
		if (each != null) {
			JsonNode items = Paths.get(answers, keys());
			return items != null && items.get(part.place()) instanceof ObjectNode item ? item.deepCopy() : NODES.objectNode();
		}
		return picked(answers, form.pages(part));
	}

	/** All answers with a patch of this part taken in. */
	ObjectNode merged(JsonNode answers, ObjectNode patch) {
		ObjectNode merged = (ObjectNode) answers.deepCopy();
		if (each == null) {
			MergePatch.apply(merged, patch);
			return merged;
		}
		ArrayNode items = Paths.get(merged, keys()) instanceof ArrayNode list ? list : NODES.arrayNode();
		while (items.size() <= part.place()) {
			items.addObject();
		}
		ObjectNode item = items.get(part.place()) instanceof ObjectNode given ? given : NODES.objectNode();
		MergePatch.apply(item, patch);
		items.set(part.place(), item);
		Paths.put(merged, keys(), items);
		return merged;
	}

	/** What somebody signs: their own answers and those they were shown. Computed values follow from others and are left out. */
	ObjectNode signed(JsonNode answers) {
		ObjectNode signed = NODES.objectNode();
		List<String> seen = form.signer(part.by()).map(Signer::sees).orElse(List.of());
		signed.set("own", own(answers));
		signed.set("seen", picked(answers, form.pages(FormPart.OF_APPLICANT).stream().filter(page -> seen.contains(page.id())).toList()));
		return signed;
	}

	/** What a patch would change that somebody else fills in, and for signers what no page has. */
	List<FieldProblem> strangers(JsonNode patch) {
		List<FieldProblem> problems = new ArrayList<>();
		if (each == null && patch.isObject()) {
			Map<String, String> owners = new HashMap<>();
			form.pages().forEach(page -> page.fields().forEach(field -> owners.put(field.path(), page.by())));
			strangers(patch, "", owners, problems);
		}
		return problems;
	}

	private void strangers(JsonNode patch, String path, Map<String, String> owners, List<FieldProblem> problems) {
		patch.properties().forEach(member -> {
			String at = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
			String owner = owners.get(at);
			boolean around = owner == null && owners.entrySet().stream().anyMatch(entry -> entry.getKey().startsWith(at + ".") && !entry.getValue().equals(part.by()));
			if (owner != null && !owner.equals(part.by()) || around && !member.getValue().isObject()) {
				problems.add(FieldProblem.of("/" + at.replace('.', '/'), "form.other-part"));
			}
			else if (around) {
				strangers(member.getValue(), at, owners, problems);
			}
			else if (owner == null && !part.by().equals(FormPart.OF_APPLICANT.by()) && !part.by().equals(FormPart.OFFICE)) {
				unasked(member.getValue(), at, owners, problems);
			}
		});
	}

	/** What no page has could not be cleared by anybody, and the applicant could not submit. Taking it away is allowed. */
	private void unasked(JsonNode value, String at, Map<String, String> owners, List<FieldProblem> problems) {
		boolean towards = owners.keySet().stream().anyMatch(path -> path.startsWith(at + "."));
		if (towards && value.isObject()) {
			strangers(value, at, owners, problems);
		}
		else if (!value.isNull()) {
			problems.add(FieldProblem.of("/" + at.replace('.', '/'), "form.unknown"));
		}
	}

	private static ObjectNode picked(JsonNode answers, List<FormPage> pages) {
		ObjectNode picked = NODES.objectNode();
		for (FormPage page : pages) {
			for (FormField field : page.fields()) {
				JsonNode answer = field.kind() == Kind.COMPUTED ? null : Paths.get(answers, field.keys());
				if (answer != null) {
					Paths.put(picked, field.keys(), answer.deepCopy());
				}
			}
		}
		return picked;
	}

	private List<String> keys() {
		return List.of(each == null ? new String[0] : each.split("\\."));
	}

}
